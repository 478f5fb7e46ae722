using Todoku.Relay.Intake;
using Todoku.Relay.Sendmail;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Relay.Tests.Intake;

/// <summary>Mail for users of this machine.</summary>
public sealed class LocalUserMailTests
{
    [Theory]
    [InlineData("root@mail.example.com", true)]
    [InlineData("root@MAIL.example.com", true)]
    [InlineData("postmaster", true)]
    [InlineData("Abuse@mail.example.com", true)]
    [InlineData("nobody-here@mail.example.com", false)]
    [InlineData("root@example.com", false)]
    public void Is_known_by_host_and_name(string recipient, bool isTaken)
    {
        Assert.Equal(isTaken, Users("admin@example.com").Accept(Box(recipient)) is RecipientVerdict.Remote);
        Assert.Equal(isTaken, Users("postmaster@mail.example.com").Accept(Box(recipient)) is RecipientVerdict.Local);
    }

    [Fact]
    public void Goes_to_the_postmaster_once()
    {
        var parameters = new RecipientParameters { Notify = DsnNotify.Never };
        var envelope = new Envelope(null, MailParameters.None, Box(["root@mail.example.com", "a@shop.example", "www@mail.example.com"]).Select(box => new EnvelopeRecipient(box, parameters, true))) { Key = "k" };

        var redirected = Users("admin@example.com").Redirect(envelope);

        Assert.Equal(["admin@example.com", "a@shop.example"], redirected.Recipients.Select(one => one.Mailbox.ToString()));
        Assert.Equal((false, DsnNotify.Never, "k"), (redirected.Recipients[0].IsLocal, redirected.Recipients[0].Parameters.Notify, redirected.Key));
        Assert.Same(envelope, Users("postmaster@mail.example.com").Redirect(envelope));
    }

    private static LocalUserMail Users(string postmaster) => new("mail.example.com", Box(postmaster), name => name is "root" or "www");

    private static Mailbox Box(string text) => LocalAddress.Qualify(text, "mail.example.com")!;

    private static Mailbox[] Box(string[] texts) => [.. texts.Select(Box)];
}
