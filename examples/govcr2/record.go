// Command govcr2 records cassettes of format 2.
//
// It is not go-vcr: versions 3 and 4, which write this format, are not packaged for Debian. It
// notes what they note about each exchange, under the keys and in the order that go-vcr's
// pkg/cassette/cassette.go lays down and that public cassettes show.
package main

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"net/http/httputil"
	"os"
	"time"

	plan "../govcrplan"
)

func main() {
	plan.Main(record)
}

func record(path, dialect string, real http.RoundTripper, send plan.Sender) error {
	tape := &tape{real: real}
	if err := send(tape); err != nil {
		return err
	}
	text, err := dialects[dialect](tape.taken)
	if err != nil {
		return err
	}
	return os.WriteFile(path+".yaml", text, 0o644)
}

// tape is a transport that keeps every exchange it carries.
type tape struct {
	real  http.RoundTripper
	taken []interaction
}

// RoundTrip sends the request on and keeps it together with the whole answer.
func (t *tape) RoundTrip(sent *http.Request) (*http.Response, error) {
	noted, err := noteRequest(sent)
	if err != nil {
		return nil, err
	}
	reply, err := t.real.RoundTrip(sent)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(reply.Body)
	if err != nil {
		return nil, err
	}
	reply.Body.Close()
	reply.Body = io.NopCloser(bytes.NewReader(body))
	id := len(t.taken)
	t.taken = append(t.taken, interaction{id, noted, noteResponse(reply, string(body), id)})
	return reply, nil
}

// noteRequest reads the form from a copy as a server would see it, because only servers parse one.
func noteRequest(sent *http.Request) (request, error) {
	dump, err := httputil.DumpRequestOut(sent, true)
	if err != nil {
		return request{}, err
	}
	served, err := http.ReadRequest(bufio.NewReader(bytes.NewReader(dump)))
	if err != nil {
		return request{}, err
	}
	var body bytes.Buffer
	served.Body = io.NopCloser(io.TeeReader(served.Body, &body))
	if err := served.ParseForm(); err != nil {
		return request{}, err
	}
	if _, err := io.Copy(io.Discard, served.Body); err != nil {
		return request{}, err
	}
	return request{
		Proto: sent.Proto, ProtoMajor: sent.ProtoMajor, ProtoMinor: sent.ProtoMinor,
		ContentLength: sent.ContentLength, TransferEncoding: sent.TransferEncoding,
		Trailer: sent.Trailer, Host: sent.Host, RemoteAddr: sent.RemoteAddr,
		RequestURI: sent.RequestURI, Body: body.String(), Form: served.Form,
		Headers: sent.Header, URL: sent.URL.String(), Method: sent.Method,
	}, nil
}

// noteResponse invents the duration: a measured one would differ in every recording.
func noteResponse(reply *http.Response, body string, id int) response {
	return response{
		Proto: reply.Proto, ProtoMajor: reply.ProtoMajor, ProtoMinor: reply.ProtoMinor,
		TransferEncoding: reply.TransferEncoding, Trailer: reply.Trailer,
		ContentLength: reply.ContentLength, Uncompressed: reply.Uncompressed, Body: body,
		Headers: reply.Header, Status: reply.Status, Code: reply.StatusCode,
		Duration: time.Duration(117_250+10_500*id) * time.Microsecond,
	}
}
