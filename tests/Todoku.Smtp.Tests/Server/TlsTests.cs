using Todoku.Smtp.Server;

namespace Todoku.Smtp.Tests.Server;

/// <summary>STARTTLS (RFC 3207): what was said and what was sent before is forgotten.</summary>
public sealed class TlsTests
{
    [Fact]
    public void What_was_sent_before_the_handshake_is_thrown_away()
    {
        using var dialogue = Dialogue.Begun();

        Assert.Equal([220], dialogue.Codes("STARTTLS\r\nEHLO injected.example\r\nMAIL FROM:<injected@client.example>\r\n"));
        Assert.Equal([503, 250], dialogue.Codes("MAIL FROM:<>\r\nNOOP\r\n"));
        Assert.Null(dialogue.Session.Client.HelloName);
    }

    [Fact]
    public void After_it_other_things_are_offered()
    {
        using var dialogue = Dialogue.Begun();
        dialogue.Ask("STARTTLS");
        var offer = dialogue.Ask("EHLO client.example");

        Assert.DoesNotContain("STARTTLS", offer, StringComparison.Ordinal);
        Assert.Contains("REQUIRETLS", offer, StringComparison.Ordinal);
        Assert.Equal([503, 250], dialogue.Codes("STARTTLS\r\nMAIL FROM:<> REQUIRETLS\r\n"));
    }

    [Fact]
    public void It_has_no_argument_no_place_in_a_transaction_and_needs_a_certificate()
    {
        using var dialogue = Dialogue.Begun().Recipient();
        Assert.Equal([503, 501], dialogue.Codes("STARTTLS\r\nSTARTTLS now\r\n"));
        using var without = Dialogue.Begun(connection: new PipeConnection { HasCertificate = false });
        Assert.Equal([502], without.Codes("STARTTLS\r\n"));
    }

    [Fact]
    public void A_listener_may_ask_for_it()
    {
        using var dialogue = Dialogue.Begun(Dialogue.Options() with { RequiresTls = true });
        Assert.Equal([530], dialogue.Codes("MAIL FROM:<>\r\n"));
        dialogue.Ask("STARTTLS");
        Assert.Equal([250, 250], dialogue.Codes("EHLO client.example\r\nMAIL FROM:<>\r\n"));
    }

    [Fact]
    public void A_handshake_that_fails_ends_the_session_without_a_word()
    {
        using var dialogue = Dialogue.Begun(connection: new PipeConnection { Handshake = _ => Task.FromResult(false) });

        Assert.Equal([220], dialogue.Codes("STARTTLS\r\n"));
        Assert.Equal(SessionEnd.NoTls, dialogue.End);
    }

    [Fact]
    public void A_handshake_has_its_time()
    {
        using var dialogue = Dialogue.Begun(connection: new PipeConnection { Handshake = Stall });
        dialogue.Ask("STARTTLS");
        dialogue.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(SessionEnd.None, dialogue.End);
        dialogue.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(SessionEnd.NoTls, dialogue.End);

        static Task<bool> Stall(CancellationToken ct)
        {
            var source = new TaskCompletionSource<bool>();
            ct.Register(() => source.TrySetResult(false));
            return source.Task;
        }
    }
}
