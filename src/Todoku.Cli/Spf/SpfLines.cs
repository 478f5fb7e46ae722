using System.Text.Json;
using Todoku.Authentication.Spf;
using Todoku.Cli.Batch;
using Todoku.Cli.Dns;

namespace Todoku.Cli.Spf;

/// <summary>Answers the lines of <c>spf --batch</c>.</summary>
internal sealed class SpfLines(SpfEvaluator evaluator, DnsAccess dns)
{
    /// <summary>Answers a line.</summary>
    public async ValueTask AnswerAsync(JsonLineRequest line, Utf8JsonWriter answer)
    {
        var ip = line.RequiredText("ip");
        if (!SpfCommand.TryReadAddress(ip, out var address)) throw new JsonLineException("\"ip\" is no IP address");
        var run = dns.Begin();
        var request = new SpfRequest
        {
            Ip = address,
            Sender = line.Text("sender") ?? "",
            Helo = line.Text("helo") ?? "",
            Receiver = line.Text("receiver") ?? "unknown",
        };
        var result = await evaluator.EvaluateAsync(request, run.Resolver, CancellationToken.None);
        SpfResultJson.WriteVerdict(answer, result);
        run.WriteTrace(answer);
    }
}
