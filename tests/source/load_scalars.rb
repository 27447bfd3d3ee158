# The class that Psych gives each text as a plain scalar: texts in, a JSON string a line.
# "not plain" where it reads no plain scalar of just this text, "not loaded" where it then fails.
require "json"
require "yaml"

def told(text)
  node = YAML.parse("- #{text}\n").root.children.first
  plain = node.is_a?(Psych::Nodes::Scalar) && node.plain && node.value == text
  return "not plain" unless plain && node.tag.nil? && node.anchor.nil?

  value = node.to_ruby
  value.is_a?(Integer) ? "Integer #{value}" : value.class.name
rescue Psych::SyntaxError, Psych::BadAlias
  "not plain"
rescue StandardError
  "not loaded"
end

STDIN.each_line { |line| puts told(JSON.parse(line)).to_json }
