# frozen_string_literal: true

# Records cassettes with VCR and WebMock.

require_relative "plan"

# VCR notes when it recorded; at this moment always, which is also the example server's.
MOMENT = Time.utc(2023, 11, 14, 22, 13, 20)
Time.define_singleton_method(:now) { MOMENT }

plan = Plan.new($stdin)
plan.configure
plan.cassettes.each do |cassette|
  plan.play(cassette, :once) { |call| plan.send_call(call) }
end
