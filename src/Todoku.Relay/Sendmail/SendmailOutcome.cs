using Todoku.Smtp.Client.Replies;

namespace Todoku.Relay.Sendmail;

/// <summary>What became of a message of the command.</summary>
public abstract record SendmailOutcome
{
    private SendmailOutcome()
    {
    }

    /// <summary>The recipients that the relay refused for good, which will not get it.</summary>
    public IReadOnlyList<RefusedRecipient> Refused { get; init; } = [];

    /// <summary>The relay has it, for all recipients but the refused ones.</summary>
    public sealed record HandedOver : SendmailOutcome;

    /// <summary>It lies in the spool folder, from where the relay fetches it.</summary>
    /// <param name="Why">Why the relay does not have it.</param>
    public sealed record Kept(string Why) : SendmailOutcome;

    /// <summary>The relay could not take it, and it could not be kept.</summary>
    /// <param name="Why">Why the relay does not have it.</param>
    /// <param name="Outcome">Why it is not kept.</param>
    public sealed record Lost(string Why, KeepOutcome Outcome) : SendmailOutcome;

    /// <summary>The relay refused it, whoever it is for.</summary>
    /// <param name="Words">What it said.</param>
    public sealed record NotTaken(string Words) : SendmailOutcome;

    /// <summary>A recipient that was refused for good.</summary>
    /// <param name="Address">The address as it was given.</param>
    /// <param name="Reply">What the relay said.</param>
    public sealed record RefusedRecipient(string Address, ServerReply Reply);
}
