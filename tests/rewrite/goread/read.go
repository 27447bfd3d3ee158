// Command goread reads cassettes of format 2 into structs of go-vcr's shape with yaml.v3, and
// prints what a matcher and a client would see: one JSON object an interaction.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"net/url"
	"os"
	"time"

	"gopkg.in/yaml.v3"
)

type cassette struct {
	Version      int           `yaml:"version"`
	Interactions []interaction `yaml:"interactions"`
}

type interaction struct {
	ID       int      `yaml:"id"`
	Request  request  `yaml:"request"`
	Response response `yaml:"response"`
}

type request struct {
	Proto            string      `yaml:"proto"`
	ProtoMajor       int         `yaml:"proto_major"`
	ProtoMinor       int         `yaml:"proto_minor"`
	ContentLength    int64       `yaml:"content_length"`
	TransferEncoding []string    `yaml:"transfer_encoding"`
	Trailer          http.Header `yaml:"trailer"`
	Host             string      `yaml:"host"`
	Body             string      `yaml:"body"`
	Form             url.Values  `yaml:"form"`
	Headers          http.Header `yaml:"headers"`
	URL              string      `yaml:"url"`
	Method           string      `yaml:"method"`
}

type response struct {
	ContentLength int64         `yaml:"content_length"`
	Uncompressed  bool          `yaml:"uncompressed"`
	Body          string        `yaml:"body"`
	Headers       http.Header   `yaml:"headers"`
	Status        string        `yaml:"status"`
	Code          int           `yaml:"code"`
	Duration      time.Duration `yaml:"duration"`
}

type seen struct {
	Version      int
	ID           int
	Method, URL  string
	Host         string
	RequestBody  []byte
	Length       int64
	ResponseBody []byte
	Code         int
	Headers      http.Header
}

func main() {
	out := json.NewEncoder(os.Stdout)
	for _, path := range os.Args[1:] {
		data, err := os.ReadFile(path)
		if err != nil {
			log.Fatal(err)
		}
		var read cassette
		if err := yaml.Unmarshal(data, &read); err != nil {
			log.Fatalf("%s: %v", path, err)
		}
		for _, one := range read.Interactions {
			err := out.Encode(seen{
				read.Version, one.ID, one.Request.Method, one.Request.URL, one.Request.Host,
				[]byte(one.Request.Body), one.Request.ContentLength,
				[]byte(one.Response.Body), one.Response.Code, one.Response.Headers,
			})
			if err != nil {
				log.Fatal(err)
			}
		}
	}
}
