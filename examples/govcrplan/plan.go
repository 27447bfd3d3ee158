// Package govcrplan reads, from standard input, which requests go into which cassette, and sends
// them. Both recorders use it, so that their cassettes tell the same story.
package govcrplan

import (
	"encoding/json"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// Plan is what the Python side asks for. Every request travels by way of Proxy, the example
// server, whose changing port therefore never shows in a recorded address.
type Plan struct {
	Origin    string
	Proxy     string
	Folder    string
	Cassettes []Cassette
}

// Cassette is one file to write; only the second format has dialects.
type Cassette struct {
	Name    string
	Dialect string
	Calls   []Call
}

// Call is one request; Headers are pairs of name and value.
type Call struct {
	Method  string
	Path    string
	Headers [][2]string
	Body    string
}

// Sender sends every request of one cassette through the transport it is given.
type Sender func(through http.RoundTripper) error

// Recorder writes the cassette at path, given without its suffix, while send runs.
type Recorder func(path, dialect string, real http.RoundTripper, send Sender) error

// Main records every cassette of the plan and ends the program with a message if one fails.
func Main(record Recorder) {
	log.SetFlags(0)
	var plan Plan
	if err := json.NewDecoder(os.Stdin).Decode(&plan); err != nil {
		log.Fatalf("the plan cannot be read: %v", err)
	}
	proxy, err := url.Parse(plan.Proxy)
	if err != nil {
		log.Fatalf("the proxy is no address: %v", err)
	}
	real := &http.Transport{Proxy: http.ProxyURL(proxy)}
	for _, cassette := range plan.Cassettes {
		path := filepath.Join(plan.Folder, cassette.Name)
		send := func(through http.RoundTripper) error { return sendAll(plan, cassette, through) }
		if err := record(path, cassette.Dialect, real, send); err != nil {
			log.Fatalf("%s: %v", cassette.Name, err)
		}
	}
}

func sendAll(plan Plan, cassette Cassette, through http.RoundTripper) error {
	client := &http.Client{Transport: through}
	for _, call := range cassette.Calls {
		if err := sendOne(client, plan.Origin, call); err != nil {
			return err
		}
	}
	return nil
}

func sendOne(client *http.Client, origin string, call Call) error {
	var body io.Reader
	if call.Body != "" {
		body = strings.NewReader(call.Body)
	}
	request, err := http.NewRequest(call.Method, origin+call.Path, body)
	if err != nil {
		return err
	}
	for _, header := range call.Headers {
		request.Header.Add(header[0], header[1])
	}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	_, err = io.Copy(io.Discard, response.Body)
	return err
}
