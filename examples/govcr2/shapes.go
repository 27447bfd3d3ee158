package main

import (
	"net/http"
	"net/url"
	"time"
)

// interaction is one exchange with all that format 2 can say about it.
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
	RemoteAddr       string      `yaml:"remote_addr"`
	RequestURI       string      `yaml:"request_uri"`
	Body             string      `yaml:"body"`
	Form             url.Values  `yaml:"form"`
	Headers          http.Header `yaml:"headers"`
	URL              string      `yaml:"url"`
	Method           string      `yaml:"method"`
}

type response struct {
	Proto            string        `yaml:"proto"`
	ProtoMajor       int           `yaml:"proto_major"`
	ProtoMinor       int           `yaml:"proto_minor"`
	TransferEncoding []string      `yaml:"transfer_encoding"`
	Trailer          http.Header   `yaml:"trailer"`
	ContentLength    int64         `yaml:"content_length"`
	Uncompressed     bool          `yaml:"uncompressed"`
	Body             string        `yaml:"body"`
	Headers          http.Header   `yaml:"headers"`
	Status           string        `yaml:"status"`
	Code             int           `yaml:"code"`
	Duration         time.Duration `yaml:"duration"`
}

// thinInteraction has the same fields as interaction, so that one converts to the other; only
// what its tags leave out when empty is different.
type thinInteraction struct {
	ID       int          `yaml:"id"`
	Request  thinRequest  `yaml:"request"`
	Response thinResponse `yaml:"response"`
}

type thinRequest struct {
	Proto            string      `yaml:"proto"`
	ProtoMajor       int         `yaml:"proto_major"`
	ProtoMinor       int         `yaml:"proto_minor"`
	ContentLength    int64       `yaml:"content_length"`
	TransferEncoding []string    `yaml:"transfer_encoding,omitempty"`
	Trailer          http.Header `yaml:"trailer,omitempty"`
	Host             string      `yaml:"host"`
	RemoteAddr       string      `yaml:"remote_addr,omitempty"`
	RequestURI       string      `yaml:"request_uri,omitempty"`
	Body             string      `yaml:"body,omitempty"`
	Form             url.Values  `yaml:"form,omitempty"`
	Headers          http.Header `yaml:"headers,omitempty"`
	URL              string      `yaml:"url"`
	Method           string      `yaml:"method"`
}

type thinResponse struct {
	Proto            string        `yaml:"proto"`
	ProtoMajor       int           `yaml:"proto_major"`
	ProtoMinor       int           `yaml:"proto_minor"`
	TransferEncoding []string      `yaml:"transfer_encoding,omitempty"`
	Trailer          http.Header   `yaml:"trailer,omitempty"`
	ContentLength    int64         `yaml:"content_length"`
	Uncompressed     bool          `yaml:"uncompressed,omitempty"`
	Body             string        `yaml:"body"`
	Headers          http.Header   `yaml:"headers"`
	Status           string        `yaml:"status"`
	Code             int           `yaml:"code"`
	Duration         time.Duration `yaml:"duration"`
}

type bareInteraction struct {
	ID       int          `yaml:"id"`
	Request  bareRequest  `yaml:"request"`
	Response bareResponse `yaml:"response"`
}

type bareRequest struct {
	Body    string      `yaml:"body,omitempty"`
	Headers http.Header `yaml:"headers"`
	URL     string      `yaml:"url"`
	Method  string      `yaml:"method"`
}

type bareResponse struct {
	Body     string        `yaml:"body"`
	Headers  http.Header   `yaml:"headers"`
	Status   string        `yaml:"status"`
	Code     int           `yaml:"code"`
	Duration time.Duration `yaml:"duration"`
}
