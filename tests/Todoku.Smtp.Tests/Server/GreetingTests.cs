using Todoku.Smtp.Replies;
using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Smtp.Tests.Server;

/// <summary>A receiver that does not serve every client.</summary>
public sealed class GreetingTests
{
    [Fact]
    public void A_refused_client_hears_why_in_place_of_a_greeting()
    {
        using var dialogue = new Dialogue(greet: () => new ClientVerdict.Refused(Reply.Of(554, 7, 1, "Not you")));

        Assert.Equal(("554 5.7.1 Not you\r\n", SessionEnd.Refused), (dialogue.Greeting, dialogue.End));
    }

    [Fact]
    public void A_dropped_client_hears_nothing()
    {
        using var dialogue = new Dialogue(greet: () => new ClientVerdict.Dropped());

        Assert.Equal(("", SessionEnd.Lost), (dialogue.Greeting, dialogue.End));
    }

    [Fact]
    public void A_receiver_that_throws_lets_the_client_come_again()
    {
        using var dialogue = new Dialogue(greet: () => throw new InvalidOperationException());

        Assert.Equal(("421 4.3.0 Local error; try again later\r\n", SessionEnd.Refused), (dialogue.Greeting, dialogue.End));
    }

    [Fact]
    public void A_refusal_in_words_of_consent_is_none()
    {
        using var dialogue = new Dialogue(greet: () => new ClientVerdict.Refused(Reply.Of(250, 0, 0, "OK")));

        Assert.StartsWith("451 ", dialogue.Greeting, StringComparison.Ordinal);
    }
}
