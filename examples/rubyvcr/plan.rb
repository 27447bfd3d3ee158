# frozen_string_literal: true

# Reads, from standard input, which requests go into which cassette, and sends them with Net::HTTP.
# The recorder and the replayer share it, so that both ask the same.

require "base64"
require "json"
require "net/http"
require "stringio"
require "vcr"
require "zlib"

# What the Python side asks for. Every request travels by way of the proxy, the example server,
# whose changing port therefore never shows in a recorded address; a replay has none.
class Plan
  # Asked for compression explicitly, Net::HTTP hands bodies on as they came; by itself it would ask
  # as well, but unpack them before VCR sees them.
  STEADY = {
    "Accept-Encoding" => "gzip",
    "Accept" => "*/*",
    "User-Agent" => "cassette-examples/1"
  }.freeze

  attr_reader :cassettes

  def initialize(input)
    task = JSON.parse(input.read)
    @origin, @folder, @cassettes = task.values_at("origin", "folder", "cassettes")
    @proxy = URI(task["proxy"]) unless task["proxy"].empty?
  end

  # Let VCR keep its cassettes in the folder, and intercept Net::HTTP with WebMock.
  def configure
    VCR.configure do |config|
      config.cassette_library_dir = @folder
      config.hook_into :webmock
      config.before_record(:utf8) { |interaction| name_utf8(interaction.response.body) }
    end
  end

  # Run the block for each call of a cassette while VCR holds that in `mode`.
  def play(cassette, mode, &)
    VCR.use_cassette(cassette["name"], settings(cassette).merge(record: mode)) do
      cassette["calls"].each(&)
    end
  end

  # The last response to a call and to the redirects that follow from it.
  def send_call(call)
    address = URI(@origin + call["path"])
    response = request(address, prepared(call, address))
    while response.is_a?(Net::HTTPRedirection)
      address = URI.join(address, response["Location"])
      response = request(address, Net::HTTP::Get.new(address.request_uri, STEADY))
    end
    response
  end

  private

  def settings(cassette)
    {
      serialize_with: cassette["serializer"] == "json" ? :json : :yaml,
      preserve_exact_body_bytes: cassette["exact"],
      decode_compressed_response: cassette["decoded"],
      tags: cassette["dialect"] == "utf-8" ? [:utf8] : []
    }
  end

  def prepared(call, address)
    headers = STEADY.merge(call["headers"].to_h)
    one = Net::HTTP.const_get(call["method"].capitalize).new(address.request_uri, headers)
    one.body = name_utf8(Base64.strict_decode64(call["body"])) unless call["body"].empty?
    one
  end

  # Bodies beyond ASCII are binary to Net::HTTP, and many projects tell VCR that theirs are text.
  def name_utf8(body)
    body.force_encoding(Encoding::UTF_8)
    body.valid_encoding? ? body : body.force_encoding(Encoding::BINARY)
  end

  def request(address, one)
    Net::HTTP.new(address.host, address.port, @proxy&.host, @proxy&.port).request(one)
  end
end
