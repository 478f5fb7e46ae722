using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Todoku.Authentication.Messages;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Messages;
using Todoku.Diagnosis.Messages;
using Todoku.Diagnosis.Messages.Routes;
using Todoku.Dns.Zones;
using Todoku.Knowledge;
using Todoku.Mail.Messages;

namespace Todoku.Diagnosis.Tests.Messages;

/// <summary>Looks at messages in an internet of one zone file.</summary>
internal static class MessageWorld
{
    public const string Required = "From: a@example.com\r\nTo: b@example.net\r\nDate: Wed, 20 May 2026 12:00:00 +0000\r\nMessage-ID: <1@example.com>\r\n";

    private const string Zone = """
        $ORIGIN .
        $TTL 3600
        example.com. IN TXT "v=spf1 ip4:192.0.2.25 -all"
        _dmarc.example.com. IN TXT "v=DMARC1; p=reject"
        test.dbl.spamhaus.org. IN A 127.0.1.2
        """;

    public static KnowledgeBase Knowledge { get; } = KnowledgeBase.LoadEmbedded();

    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 5, 20, 12, 5, 0, TimeSpan.Zero));

    public static MessageSubject Parse(byte[] octets)
    {
        var message = MessageLineEnds.ToCrlf(octets, out var wasUnix);
        return MessageSubject.Read(MessageHeaders.Parse(message), wasUnix);
    }

    public static MessageSubject Parse(string text) => Parse(Encoding.Latin1.GetBytes(text));

    /// <summary>What all points find.</summary>
    public static async Task<IReadOnlyList<CheckResult>> RunAsync(MessageSubject message, string? ip = null, string sender = "")
    {
        var resolver = new ZoneResolver([ZoneFile.Parse(Zone)], inner: null);
        var read = EnvelopeReader.Read(message.Headers, message.Hops, host => Knowledge.OrganizationalDomain(Encoding.ASCII.GetBytes(host)));
        var envelope = ip is null ? read : read with { Ip = IPAddress.Parse(ip), IpSource = EnvelopeSource.Given, Sender = sender };
        var request = new MessageRequest { Message = message.Headers, Ip = envelope.Ip, Sender = envelope.Sender ?? "", Helo = envelope.Helo };
        var authentication = await new MessageAuthenticator(Time).EvaluateAsync(request, resolver, Time.GetUtcNow(), TestContext.Current.CancellationToken);
        var context = new MessageContext(message, envelope, resolver, Knowledge, Time) { Authentication = authentication };
        var results = await MessageCatalogue.RunAsync(context, TestContext.Current.CancellationToken);
        Assert.All(results, result => Assert.Contains(result.Outcome, MessageCatalogue.All.Single(point => point.Id == result.Check).Outcomes));
        return results;
    }

    /// <summary>The outcomes of one point for a message.</summary>
    public static async Task<string> OutcomesAsync(string point, string text, string? ip = null, string sender = "") =>
        string.Join(' ', (await RunAsync(Parse(text), ip, sender)).Where(result => result.Check == point).Select(result => result.Outcome));
}
