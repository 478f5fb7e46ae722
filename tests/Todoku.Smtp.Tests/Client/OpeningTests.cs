using Todoku.Smtp.Client;
using Todoku.Smtp.Client.Authentication;
using Todoku.Smtp.Client.Connecting;
using Todoku.Smtp.Client.Outcomes;
using Todoku.Smtp.Transcripts;

namespace Todoku.Smtp.Tests.Client;

/// <summary>Greeting, EHLO and what the server says that it can.</summary>
public sealed class OpeningTests
{
    [Theory]
    [InlineData("CONNECT", "554 5.7.1 listed", "refused Banner 554")]
    [InlineData("CONNECT", "421 4.7.0 too many connections", "refused Banner 421")]
    [InlineData("CONNECT", "354 go on", "Banner Protocol")]
    [InlineData("EHLO", "421 4.7.0 away", "refused Ehlo 421")]
    [InlineData("EHLO", "451 4.7.0 later", "refused Ehlo 451")]
    [InlineData("EHLO", "334 what", "Ehlo Protocol")]
    public async Task A_refusal_before_any_message_names_its_stage(string at, string reply, string expected)
    {
        var server = new ScriptedServer { Answer = (verb, _) => verb == at ? reply : null };

        Assert.Equal(expected, Dialogue.Show(await Dialogue.FailureAsync<SmtpAttemptOutcome>(server)));
    }

    [Fact]
    public async Task Falls_back_to_HELO_and_knows_no_extension_then()
    {
        var server = new ScriptedServer { Answer = (verb, _) => verb == "EHLO" ? "502 5.5.1 what" : null };
        await using var session = await Dialogue.OpenAsync(server);
        await session.SendAsync();

        Assert.Equal(["EHLO client.example", "HELO client.example", "MAIL FROM:<sender@example.org>", "RCPT TO:<a@example.com>", "DATA"], server.Commands);
    }

    [Fact]
    public async Task Refused_HELO_ends_it_and_LHLO_has_no_fallback()
    {
        var server = new ScriptedServer { Answer = (verb, _) => verb is "EHLO" or "HELO" or "LHLO" ? "550 5.7.1 go away" : null };
        Assert.Equal("refused Ehlo 550", Dialogue.Show(await Dialogue.FailureAsync<SmtpAttemptOutcome>(server)));

        var lmtp = new ScriptedServer { Answer = (verb, _) => verb == "LHLO" ? "550 5.7.1 go away" : null };
        Assert.Equal("refused Ehlo 550", Dialogue.Show(await Dialogue.FailureAsync<SmtpAttemptOutcome>(lmtp, Dialogue.Options with { IsLmtp = true })));
        Assert.Equal(["LHLO client.example"], lmtp.Commands);
    }

    [Fact]
    public async Task Reads_keywords_in_any_case_and_over_unknown_ones()
    {
        var server = new ScriptedServer { Keywords = "pipelining\nSize 35882577\nX-FOO bar\n\nAUTH PLAIN login\nAUTH=LOGIN\nchunking\nSMTPUTF8\nREQUIRETLS\nDSN\nLIMITS mailmax=5 RCPTMAX=0 RCPTMAX=100\nAVERYLONGKEYWORDTHATNOBODYKNOWS 1" };
        await using var session = await Dialogue.OpenAsync(server);

        var capabilities = session.Capabilities;
        Assert.True(capabilities is { Pipelining: true, Chunking: true, InternationalMail: true, RequireTls: true, DeliveryNotifications: true, EightBitMime: false, StartTls: false });
        Assert.Equal((35_882_577, 100, 5), (capabilities.SizeLimit, capabilities.RecipientLimit, capabilities.MessageLimit));
        Assert.Equal(["PLAIN", "LOGIN"], capabilities.Mechanisms);
    }

    [Fact]
    public async Task A_connector_that_fails_is_the_outcome()
    {
        var outcome = await Dialogue.FailureAsync<SmtpAttemptOutcome.NotConnected>(new NoConnector());

        Assert.Equal((ConnectFailure.Refused, "nobody"), (outcome.Reason, outcome.Detail));
    }

    [Fact]
    public async Task Nothing_listens_on_a_free_port()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var endpoint = new SmtpEndpoint(listener.LocalEndpoint) { Source = System.Net.IPAddress.Parse("127.0.0.1") };
        listener.Stop();

        var outcome = await new SocketConnector(TimeProvider.System).ConnectAsync(endpoint, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(ConnectFailure.Refused, Assert.IsType<ConnectOutcome.Failed>(outcome).Reason);

        var foreign = await new SocketConnector(TimeProvider.System).ConnectAsync(endpoint with { Source = System.Net.IPAddress.Parse("192.0.2.1") }, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(ConnectFailure.SourceNotHere, Assert.IsType<ConnectOutcome.Failed>(foreign).Reason);
    }

    [Fact]
    public async Task No_answer_in_time_and_giving_up_are_told_apart()
    {
        var connector = new SocketConnector(TimeProvider.System);

        var late = await connector.ConnectAsync(Dialogue.Endpoint, TimeSpan.Zero, TestContext.Current.CancellationToken);
        Assert.Equal(ConnectFailure.TimedOut, Assert.IsType<ConnectOutcome.Failed>(late).Reason);

        var over = await connector.ConnectAsync(Dialogue.Endpoint, TimeSpan.FromSeconds(30), new CancellationToken(canceled: true));
        Assert.Equal(ConnectFailure.Cancelled, Assert.IsType<ConnectOutcome.Failed>(over).Reason);
    }

    [Fact]
    public async Task The_transcript_has_the_dialogue_without_message_and_secret()
    {
        var transcript = new Transcript(TimeProvider.System);
        var server = new ScriptedServer { Keywords = "PIPELINING\nAUTH PLAIN" };
        var options = Dialogue.Options with { Transcript = transcript, Credentials = new SmtpCredentials("user", "secret") { AllowInClear = true } };
        await using var session = await Dialogue.OpenAsync(server, options);
        await session.SendAsync();

        var text = string.Join('\n', transcript.Lines.Select(line => $"{line.Side} {line.Text}"));
        Assert.Contains("Client EHLO client.example", text, StringComparison.Ordinal);
        Assert.Contains("Client RCPT TO:<a@example.com>", text, StringComparison.Ordinal);
        Assert.Contains("Server 354 go on", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hello", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String("\0user\0secret"u8), text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", options.Credentials.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\r\nMAIL FROM:<>")]
    public void A_name_that_would_break_the_line_is_no_name(string name) => Assert.Throws<ArgumentException>(() => new SmtpClientOptions { HelloName = name });

    private sealed class NoConnector : ISmtpConnector
    {
        public Task<ConnectOutcome> ConnectAsync(SmtpEndpoint endpoint, TimeSpan limit, CancellationToken ct) =>
            Task.FromResult<ConnectOutcome>(new ConnectOutcome.Failed(ConnectFailure.Refused, "nobody"));
    }
}
