-- wrk -s send-recv.lua URL -- TOKEN SENDER:RECEIVER SENDER:RECEIVER …
-- Sends 64 bytes on each pair of sockets, then receives on each, and so on: with twice as many pairs as connections,
-- hardly a receive comes before its bytes.
-- wrk asks for one more, the first, and does not send it.
local requests, last = {}, -1

function init(arguments)
  wrk.headers["Authorization"] = "Bearer " .. arguments[1]
  wrk.headers["Content-Type"] = "application/json"
  local data = '{"data": "' .. string.rep("QUFB", 21) .. 'QQ=="}'
  for i = 2, #arguments do add(arguments[i]:match("^(.+):"), "send", data) end
  for i = 2, #arguments do add(arguments[i]:match(":(.+)$"), "recv", '{"bufsize": 64}') end
end

function add(socket, call, body)
  requests[#requests + 1] = wrk.format("POST", "/api/v1/sockets/" .. socket .. "/" .. call, nil, body)
end

function request()
  last = last + 1
  return requests[(last - 1) % #requests + 1]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("%d %d %d %d\n", summary.requests, summary.duration, latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
