# frozen_string_literal: true

# Sends requests that VCR answers from cassettes, never from a network, and prints what a client
# gets: one JSON object a request.

require_relative "plan"

class << TCPSocket
  def open(*)
    raise IOError, "a replay went to the network"
  end
end

def unpacked(response)
  body = response.body.to_s
  return body unless response["Content-Encoding"] == "gzip"

  Zlib::GzipReader.new(StringIO.new(body)).read
end

def reply(plan, call)
  response = plan.send_call(call)
  { status: response.code.to_i, body: Base64.strict_encode64(unpacked(response)), error: "" }
rescue StandardError => e
  { status: 0, body: "", error: e.class.name }
end

plan = Plan.new($stdin)
plan.configure
plan.cassettes.each do |cassette|
  plan.play(cassette, :none) { |call| puts JSON.generate(reply(plan, call)) }
end
