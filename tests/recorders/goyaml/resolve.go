// Command goyaml reads JSON texts, one a line, as YAML documents and prints, for each, what both of
// go-yaml's versions take it for: type and value, parted by tabs.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"

	v2 "gopkg.in/yaml.v2"
	v3 "gopkg.in/yaml.v3"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for lines.Scan() {
		var text string
		if err := json.Unmarshal(lines.Bytes(), &text); err != nil {
			log.Fatal(err)
		}
		fmt.Fprintf(out, "%s\t%s\n", told(v2.Unmarshal, text), told(v3.Unmarshal, text))
	}
}

func told(read func([]byte, interface{}) error, text string) string {
	var value interface{}
	if err := read([]byte(text), &value); err != nil {
		return "error\t"
	}
	return fmt.Sprintf("%T\t%v", value, value)
}
