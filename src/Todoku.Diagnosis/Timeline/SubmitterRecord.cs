using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>What one submitter sent and how it fared.</summary>
internal sealed class SubmitterRecord(string name, SubmitterKind kind, ReadOnlyMemory<byte> key)
{
    /// <summary>As shown: <c>login info@example.com</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it is the mail server itself (bounce notices).</summary>
    public bool IsServer => Kind == SubmitterKind.Server;

    public SubmitterKind Kind { get; } = kind;

    /// <summary>The name as logged.</summary>
    public ReadOnlyMemory<byte> Key { get; } = key;

    public long Attempts { get; set; }

    /// <summary>Attempts for mailboxes that don't exist.</summary>
    public long RecipientUnknown { get; set; }

    /// <summary>Failures by causes that abuse brings about; null when there were none.</summary>
    public FailureGroup? Failures { get; private set; }

    /// <summary>Whether more than one provider refused.</summary>
    public bool IsRefusedBySeveral { get; private set; }

    /// <summary>The group of its failures, with a provider that refused noted.</summary>
    public FailureGroup FailuresAt(Provider provider)
    {
        Failures ??= new FailureGroup(provider, Cause.Unknown);
        IsRefusedBySeveral |= Failures.Provider.Id != provider.Id;
        return Failures;
    }
}
