package main

import (
	yaml2 "gopkg.in/yaml.v2"
	yaml3 "gopkg.in/yaml.v3"
)

// dialects are the four ways in which public cassettes of format 2 are written.
var dialects = map[string]func([]interaction) ([]byte, error){
	"every-key":  everyKey,
	"omit-empty": omitEmpty,
	"sorted":     sorted,
	"bare":       bare,
}

// file is a whole cassette; its interactions are of the dialect's own type.
type file struct {
	Version      int         `yaml:"version"`
	Interactions interface{} `yaml:"interactions"`
}

// everyKey is the writing of go-vcr 3: four blanks of indentation, empty values and all.
func everyKey(taken []interaction) ([]byte, error) {
	return headed(yaml3.Marshal(file{2, taken}))
}

// omitEmpty is the writing of go-vcr 4 with compact lists and long lines left whole.
func omitEmpty(taken []interaction) ([]byte, error) {
	yaml2.FutureLineWrap()
	thin := make([]thinInteraction, len(taken))
	for i, t := range taken {
		thin[i] = thinInteraction{t.ID, thinRequest(t.Request), thinResponse(t.Response)}
	}
	return headed(yaml2.Marshal(file{2, thin}))
}

// bare keeps only the keys that every cassette of format 2 has.
func bare(taken []interaction) ([]byte, error) {
	kept := make([]bareInteraction, len(taken))
	for i, t := range taken {
		q, r := t.Request, t.Response
		kept[i] = bareInteraction{
			t.ID,
			bareRequest{q.Body, q.Headers, q.URL, q.Method},
			bareResponse{r.Body, r.Headers, r.Status, r.Code, r.Duration},
		}
	}
	return headed(yaml3.Marshal(file{2, kept}))
}

// sorted is Datadog's writing: keys in the order of the alphabet, the id inside the request, the
// version at the end, and no line of dashes at the start.
func sorted(taken []interaction) ([]byte, error) {
	yaml2.FutureLineWrap()
	type object = map[string]interface{}
	list := make([]object, len(taken))
	for i, t := range taken {
		q, r := t.Request, t.Response
		list[i] = object{
			"request": object{
				"id": t.ID, "body": q.Body, "form": q.Form,
				"headers": q.Headers, "method": q.Method, "url": q.URL,
			},
			"response": object{
				"body": r.Body, "code": r.Code, "duration": r.Duration,
				"headers": r.Headers, "status": r.Status,
			},
		}
	}
	return yaml2.Marshal(object{"version": 2, "interactions": list})
}

// headed puts the line of dashes before a text, and hands an error on.
func headed(text []byte, err error) ([]byte, error) {
	return append([]byte("---\n"), text...), err
}
