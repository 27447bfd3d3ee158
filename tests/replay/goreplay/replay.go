// Command goreplay sends requests that go-vcr 1.2 answers from cassettes, never from a network. It
// reads from standard input which, and prints what a client gets: one JSON object a request.
package main

import (
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/dnaeon/go-vcr/recorder"
)

type cassette struct {
	Name  string
	Calls []call
}

type call struct {
	Method string
	Url    string
	Body   string
}

type reply struct {
	Status int
	Body   []byte
	Error  string
}

type nowhere struct{}

func (nowhere) RoundTrip(*http.Request) (*http.Response, error) {
	return nil, errors.New("a replay went to the network")
}

func main() {
	log.SetFlags(0)
	var task struct {
		Folder    string
		Cassettes []cassette
	}
	if err := json.NewDecoder(os.Stdin).Decode(&task); err != nil {
		log.Fatal(err)
	}
	out := json.NewEncoder(os.Stdout)
	for _, one := range task.Cassettes {
		path := filepath.Join(task.Folder, one.Name)
		tape, err := recorder.NewAsMode(path, recorder.ModeReplaying, nowhere{})
		if err != nil {
			log.Fatalf("%s: %v", one.Name, err)
		}
		for _, request := range one.Calls {
			if err := out.Encode(send(tape, request)); err != nil {
				log.Fatal(err)
			}
		}
		if err := tape.Stop(); err != nil {
			log.Fatal(err)
		}
	}
}

func send(tape *recorder.Recorder, one call) reply {
	request, err := http.NewRequest(one.Method, one.Url, strings.NewReader(one.Body))
	if err != nil {
		log.Fatal(err)
	}
	client := http.Client{Transport: tape}
	response, err := client.Do(request)
	if err != nil {
		return reply{Error: err.Error()}
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return reply{Error: err.Error()}
	}
	return reply{Status: response.StatusCode, Body: body}
}
