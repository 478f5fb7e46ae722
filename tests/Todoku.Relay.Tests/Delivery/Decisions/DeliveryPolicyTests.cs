using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Delivery.Decisions;
using Todoku.Relay.Routing.Paths;
using Todoku.Smtp.Client;
using Todoku.Smtp.Client.Authentication;
using Todoku.Smtp.Client.Connecting;
using Todoku.Smtp.Client.Outcomes;
using Todoku.Smtp.Client.Tls;
using Todoku.Smtp.Tests.Client;

namespace Todoku.Relay.Tests.Delivery.Decisions;

/// <summary>What follows from attempts. The session is real, the server says what it is told.</summary>
public sealed partial class DeliveryPolicyTests
{
    private static readonly KnowledgeBase Knowledge = KnowledgeBase.LoadEmbedded();

    private static readonly DeliveryPolicy Policy = new(Knowledge);

    private static readonly RelayPath Direct = new RelayPath.Direct("direct", "relay.example.org");

    private static readonly RelayPath SmartHost = new RelayPath.SmartHost("smart", "smtp.example.net", 587, "relay.example.org");

    [Fact]
    public void Each_cause_has_its_action()
    {
        var table = new StringBuilder("cause | 4yz | 421 | 5yz | 5yz of a smart host | greeting | AUTH\n");
        foreach (var cause in Causes.All)
        {
            string[] actions =
            [
                Show(DeliveryPolicy.OnReply(cause, 450, default, false)), Show(DeliveryPolicy.OnReply(cause, 421, default, false)), Show(DeliveryPolicy.OnReply(cause, 550, default, false)),
                Show(DeliveryPolicy.OnReply(cause, 550, default, true)), Show(DeliveryPolicy.OnRefusal(cause, SmtpStage.Banner)), Show(DeliveryPolicy.OnRefusal(cause, SmtpStage.Auth)),
            ];
            table.Append(cause.Id).Append(" | ").AppendJoin(" | ", actions).Append('\n');
        }
        Compare("actions.txt", table.ToString());
    }

    [Theory]
    [InlineData(Cause.IpReputation)]
    [InlineData(Cause.IpBlocklisted)]
    [InlineData(Cause.NoPtr)]
    [InlineData(Cause.RateLimited)]
    [InlineData(Cause.Greylisted)]
    [InlineData(Cause.RemoteError)]
    public void A_permanent_reply_for_a_passing_cause_is_no_bounce(Cause cause) => Assert.NotEqual(DeliveryAction.Bounce, DeliveryPolicy.OnReply(cause, 550, default, false));

    [Fact]
    public void Only_the_causes_of_the_path_travel()
    {
        var travelling = Causes.All.ToArray().Where(cause => DeliveryPolicy.OnReply(cause, 550, default, false) == DeliveryAction.NextPath);
        Assert.Equal([Cause.IpReputation, Cause.IpBlocklisted, Cause.NoPtr], travelling);
    }

    [Fact]
    public async Task Real_replies_lead_to_what_is_written_below_them()
    {
        var received = new StringBuilder();
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(Folder(), "replies.txt"), TestContext.Current.CancellationToken))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal)) continue;
            received.Append(line).Append('\n');
            if (line.Length == 0 || line[0] == '#') continue;
            var parts = line.Split(" | ", 4);
            var decision = await DecideAsync(parts[0], parts[1], parts[2] == "direct" ? Direct : SmartHost, parts[3]);
            received.Append($"  {Show(decision.Action)}, {decision.Cause.Id}, {decision.RuleId}, at {decision.Stage}{(decision.NamedDelay is { } delay ? $", asks for {delay}" : "")}\n");
        }
        Compare("replies.txt", received.ToString());
    }

    [Theory]
    [InlineData(ConnectFailure.Refused, DeliveryAction.NextServer, Cause.ConnectionRefused)]
    [InlineData(ConnectFailure.TimedOut, DeliveryAction.NextServer, Cause.ConnectionTimeout)]
    [InlineData(ConnectFailure.Unreachable, DeliveryAction.NextServer, Cause.ConnectionTimeout)]
    [InlineData(ConnectFailure.Other, DeliveryAction.NextServer, Cause.RemoteError)]
    [InlineData(ConnectFailure.SourceNotHere, DeliveryAction.Retry, Cause.LocalConfig)]
    [InlineData(ConnectFailure.OutOfResources, DeliveryAction.Retry, Cause.LocalConfig)]
    [InlineData(ConnectFailure.Cancelled, DeliveryAction.Retry, Cause.LocalConfig)]
    public void Without_a_connection(ConnectFailure failure, DeliveryAction action, Cause cause)
    {
        var decision = Decide(new SmtpAttemptOutcome.NotConnected(failure, "words"), Direct);
        Assert.Equal((action, cause, SmtpStage.Connect, false), (decision.Action, decision.Cause, decision.Stage, decision.IsRemote));
    }

    [Fact]
    public void TLS_that_fails_is_for_the_next_server()
    {
        foreach (var failure in Enum.GetValues<TlsFailure>())
            Assert.Equal((DeliveryAction.NextServer, Cause.TlsFailed), Of(Decide(new SmtpAttemptOutcome.TlsFailed(failure, "words", ""), Direct)));
    }

    [Fact]
    public void A_message_that_the_queue_cannot_give_stays() =>
        Assert.Equal((DeliveryAction.Retry, Cause.LocalConfig), Of(Decide(new SmtpAttemptOutcome.ContentFailed("input/output error"), Direct)));

    [Theory]
    [InlineData("MAIL", DeliveryAction.NextServer)]
    [InlineData("RCPT", DeliveryAction.NextServer)]
    [InlineData("DATA", DeliveryAction.NextServer)]
    [InlineData(".", DeliveryAction.Retry)]
    public async Task A_connection_that_is_lost_is_tried_elsewhere_until_the_message_is_out(string verb, DeliveryAction action)
    {
        var outcome = await OutcomeAsync(new ScriptedServer { Answer = (said, _) => said == verb ? ScriptedServer.Close : null });
        var decision = Policy.Decide(outcome, 0, Context(Direct, "mx.example.jp"));
        Assert.Equal((action, Cause.RemoteError), Of(decision));
        Assert.Equal(verb == ".", decision.Reply.Contains("may arrive twice", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SIZE 10", null, DeliveryAction.Bounce, Cause.MessageTooLarge)]
    [InlineData("SIZE 0", "ü", DeliveryAction.Bounce, Cause.RfcViolation)]
    public async Task What_no_server_of_the_domain_takes_bounces(string keywords, string? body, DeliveryAction action, Cause cause)
    {
        var outcome = await OutcomeAsync(new ScriptedServer { Keywords = keywords }, text: $"Subject: test\r\n\r\n{body ?? "hello"}\r\n");
        Assert.IsType<SmtpAttemptOutcome.NotSent>(outcome);
        Assert.Equal((action, cause), Of(Policy.Decide(outcome, 0, Context(Direct, "mx.example.jp"))));
    }

    [Fact]
    public async Task TLS_that_is_asked_for_and_not_offered_is_for_the_next_server()
    {
        var options = new SmtpClientOptions { HelloName = "relay.example.org", Tls = new TlsSettings { Requirement = new TlsRequirement.Encrypted() } };
        var outcome = await OutcomeAsync(new ScriptedServer { Keywords = "SIZE 0" }, options);
        Assert.Equal((DeliveryAction.NextServer, Cause.TlsFailed), Of(Policy.Decide(outcome, 0, Context(Direct, "mx.example.jp"))));
    }

    [Theory]
    [InlineData("SIZE 0\nAUTH PLAIN", false)]
    [InlineData("SIZE 0\nAUTH NTLM", true)]
    public async Task A_password_that_cannot_be_given_is_our_mistake(string keywords, bool isInClear)
    {
        var options = new SmtpClientOptions { HelloName = "relay.example.org", Credentials = new SmtpCredentials("user", "secret") { AllowInClear = isInClear } };
        var outcome = await OutcomeAsync(new ScriptedServer { Keywords = keywords }, options);
        Assert.Equal((DeliveryAction.Retry, Cause.AuthRequired), Of(Policy.Decide(outcome, 0, Context(SmartHost, "smtp.example.net"))));
    }

    [Fact]
    public async Task Each_recipient_has_its_own_decision()
    {
        var server = new ScriptedServer { Answer = (verb, line) => Dialogue.Hits("RCPT b", verb, line) ? "550 5.1.1 no such user" : Dialogue.Hits("RCPT c", verb, line) ? "450 4.2.2 mailbox full" : null };
        var outcome = await OutcomeAsync(server, recipients: ["a@example.jp", "b@example.jp", "c@example.jp"]);
        var actions = Enumerable.Range(0, 3).Select(place => Policy.Decide(outcome, place, Context(Direct, "mx.example.jp")).Action);
        Assert.Equal([DeliveryAction.Delivered, DeliveryAction.Bounce, DeliveryAction.Retry], actions);
    }

    private static DeliveryDecision Decide(SmtpAttemptOutcome outcome, RelayPath path) => Policy.Decide(outcome, 0, Context(path, ""));

    private static (DeliveryAction Action, Cause Cause) Of(DeliveryDecision decision) => (decision.Action, decision.Cause);

    private static DecisionContext Context(RelayPath path, string host) => new("example.jp", host, "example.jp", path);

    private static async Task<DeliveryDecision> DecideAsync(string stage, string host, RelayPath path, string reply)
    {
        var at = stage switch
        {
            "banner" => "CONNECT",
            "mail-from" => "MAIL",
            "rcpt-to" => "RCPT",
            "end-of-data" => ".",
            _ => stage.ToUpperInvariant(),
        };
        var words = Lines().Replace(reply, "\n");
        var server = new ScriptedServer
        {
            Keywords = stage switch { "starttls" => "SIZE 0\nSTARTTLS", "auth" => "SIZE 0\nAUTH PLAIN", _ => "SIZE 0\n8BITMIME" },
            Answer = (verb, _) => verb == at || (at == "EHLO" && verb == "HELO") ? words : null,
        };
        var options = new SmtpClientOptions { HelloName = "relay.example.org", Credentials = stage == "auth" ? new SmtpCredentials("user", "secret") { AllowInClear = true } : null };
        var outcome = await OutcomeAsync(server, options, recipients: [$"a@{string.Join('.', host.Split('.')[^2..])}"]);
        return Policy.Decide(outcome, 0, new DecisionContext("", host, string.Join('.', host.Split('.')[^2..]), path));
    }

    private static async Task<SmtpAttemptOutcome> OutcomeAsync(ScriptedServer server, SmtpClientOptions? options = null, string text = Dialogue.Text, params string[] recipients)
    {
        switch (await Dialogue.OpeningAsync(server, options ?? new SmtpClientOptions { HelloName = "relay.example.org" }))
        {
            case SmtpOpening.Failed failed:
                return failed.Outcome;
            case SmtpOpening.Ready ready:
                await using (ready.Session)
                {
                    var envelope = Dialogue.Envelope("sender@example.org", recipients.Length == 0 ? ["a@example.jp"] : recipients);
                    return await ready.Session.SendAsync(envelope, Dialogue.Content(text), TestContext.Current.CancellationToken);
                }
            default:
                throw new InvalidOperationException();
        }
    }

    private static string Show(DeliveryAction action) => action switch
    {
        DeliveryAction.NextServer => "next server",
        DeliveryAction.NextPath => "next path",
        DeliveryAction.SlowDown => "slow down",
        _ => action.ToString().ToLowerInvariant(),
    };

    private static void Compare(string file, string received)
    {
        var path = Path.Combine(Folder(), file);
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (expected != received) File.WriteAllText($"{path}.received", received);
        Assert.Equal(expected, received);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here) ?? "", "Cases");

    // Samples have the lines of a reply in one.
    [GeneratedRegex(@" (?=[45][0-9][0-9][ -][45]\.[0-9])| (?=[45][0-9][0-9] Failure)")]
    private static partial Regex Lines();
}
