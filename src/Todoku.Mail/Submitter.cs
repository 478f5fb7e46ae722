namespace Todoku.Mail;

/// <summary>Who handed a message to the mail server.</summary>
/// <param name="kind">How it came in.</param>
/// <param name="name">User name, SASL user or client address, as bytes of the log line.</param>
public readonly ref struct Submitter(SubmitterKind kind, ReadOnlySpan<byte> name)
{
    /// <summary>How the message came in.</summary>
    public SubmitterKind Kind { get; } = kind;

    /// <summary>User name, SASL user or client address; empty when unknown.</summary>
    public ReadOnlySpan<byte> Name { get; } = name;
}
