// Command govcr1 records cassettes of format 1 with go-vcr 1.2 itself.
package main

import (
	"net/http"

	"github.com/dnaeon/go-vcr/recorder"

	plan "../govcrplan"
)

func main() {
	plan.Main(record)
}

func record(path, _ string, real http.RoundTripper, send plan.Sender) error {
	tape, err := recorder.NewAsMode(path, recorder.ModeRecording, real)
	if err != nil {
		return err
	}
	if err := send(tape); err != nil {
		return err
	}
	return tape.Stop()
}
