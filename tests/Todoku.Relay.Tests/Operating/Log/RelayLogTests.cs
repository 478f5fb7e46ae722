using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Todoku.Relay.Operating.Log;
using Todoku.Relay.Policy;
using Todoku.Relay.Policy.ReturnPaths;
using Todoku.Relay.Queue;
using Todoku.Relay.Tests.Policy;

namespace Todoku.Relay.Tests.Operating.Log;

/// <summary>What the log says of a message that was queued, by the real policy.</summary>
public sealed class RelayLogTests
{
    private const string Message = "From: a@shop.example\r\nMessage-ID:\r\n <1@web1.hoster.example>\r\n\r\n";

    private readonly PolicyBench _bench = new();

    [Fact]
    public async Task Says_the_Message_ID_by_which_the_line_of_the_host_before_is_found() =>
        Assert.Contains(await QueuedAsync(), line => Text(line, "program") == "todoku/cleanup" && Text(line, "message") == "0000FF: message-id=<1@web1.hoster.example>");

    [Fact]
    public async Task A_message_without_a_Message_ID_has_no_such_line() =>
        Assert.DoesNotContain(await QueuedAsync("DKIM-Signature: v=1; a=rsa-sha256; d=x.example; s=s; h=From:Message-ID; bh=; b=\r\nFrom: a@shop.example\r\n\r\n"), line => Text(line, "program") == "todoku/cleanup");

    [Fact]
    public async Task Says_what_a_dry_run_would_have_done_and_why()
    {
        Rules(new ReturnPathTarget.Address("bounces@{from-domain}"), isDryRun: true);

        var lines = await QueuedAsync();

        Assert.Contains(
            "info: 0000FF: dry run, try would send it with the envelope sender <bounces@shop.example> instead of <apache@web1.hoster.example>, which is at the name of the host that handed it in",
            lines.Select(line => Text(line, "message")));
        var queued = Assert.Single(lines, line => Text(line, "program") == "todoku/qmgr");
        Assert.Equal(("try", "client-host", "bounces@shop.example"), (Text(queued, "return-path-rule"), Text(queued, "host-derived"), Text(queued, "would-be-sender")));
        Assert.StartsWith("0000FF: from=<apache@web1.hoster.example>", Text(queued, "message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_rule_changed_the_sender()
    {
        Rules(new ReturnPathTarget.Address("bounces@{from-domain}"), isDryRun: false);

        var queued = Assert.Single(await QueuedAsync(), line => Text(line, "program") == "todoku/qmgr");

        Assert.Equal(("try", "client-host", ""), (Text(queued, "return-path-rule"), Text(queued, "host-derived"), Text(queued, "would-be-sender")));
        Assert.Equal("apache@web1.hoster.example", Text(queued, "original-sender"));
    }

    private void Rules(ReturnPathTarget target, bool isDryRun) =>
        _bench.Options = _bench.Options with { ReturnPaths = [new ReturnPathRule { Name = "try", Senders = SenderCondition.HostDerived, Target = target, IsDryRun = isDryRun }] };

    private async Task<IReadOnlyList<JsonElement>> QueuedAsync(string message = Message)
    {
        var submission = PolicyBench.From("apache@web1.hoster.example") with { ClientHelloName = "web1.hoster.example" };
        PreparedMessage prepared = _bench.Run(message, submission).Message;
        var envelope = new QueuedEnvelope
        {
            Sender = prepared.Sender,
            OriginalSender = prepared.OriginalSender,
            SubmitterKind = submission.SubmitterKind,
            Submitter = submission.Submitter,
            AcceptedAt = submission.ReceivedAt,
            Size = message.Length,
            Recipients = [new QueuedRecipient("hanako@example.org")],
        };
        using var written = new MemoryStream();
        await using (var log = new RelayLog(() => written, "relay.example.net", new FakeTimeProvider())) log.Queued(new QueueId(255), submission, envelope, prepared);
        return [.. System.Text.Encoding.UTF8.GetString(written.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static string Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.ToString() : "";
}
