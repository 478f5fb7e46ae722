using System.Diagnostics.CodeAnalysis;
using Todoku.Mail;

namespace Todoku.Knowledge.Sources;

/// <summary>The closed vocabularies of knowledge files.</summary>
internal static class SourceWords
{
    private static readonly (string Word, SmtpStage Stage)[] StageWords =
    [
        ("connect", SmtpStage.Connect), ("banner", SmtpStage.Banner), ("ehlo", SmtpStage.Ehlo), ("starttls", SmtpStage.StartTls), ("auth", SmtpStage.Auth),
        ("mail-from", SmtpStage.MailFrom), ("rcpt-to", SmtpStage.RcptTo), ("data", SmtpStage.Data), ("end-of-data", SmtpStage.EndOfData),
    ];

    private static readonly (string Word, StepGroup Group)[] GroupWords =
    [
        ("inspect", StepGroup.Inspect), ("stop-leak", StepGroup.StopLeak), ("slow-down", StepGroup.SlowDown), ("server", StepGroup.Server), ("ptr", StepGroup.Ptr),
        ("helo", StepGroup.Helo), ("return-path", StepGroup.ReturnPath), ("spf", StepGroup.Spf), ("dkim", StepGroup.Dkim), ("dmarc", StepGroup.Dmarc),
        ("content", StepGroup.Content), ("recipients", StepGroup.Recipients), ("delist", StepGroup.Delist), ("ask", StepGroup.Ask), ("relay", StepGroup.Relay),
        ("wait", StepGroup.Wait),
    ];

    private static readonly (string Word, Fault Fault)[] FaultWords =
    [
        ("sender", Fault.Sender), ("network", Fault.Network), ("receiver", Fault.Receiver), ("recipient", Fault.Recipient), ("nobody", Fault.Nobody),
    ];

    private static readonly (string Word, BlocklistKind Kind)[] KindWords =
        [("ip", BlocklistKind.Ip), ("domain", BlocklistKind.Domain), ("both", BlocklistKind.Both)];

    /// <summary>Reads a stage; on failure <paramref name="expected"/> lists the words.</summary>
    public static bool TryStage(string word, out SmtpStage stage, [NotNullWhen(false)] out string? expected) => TryFind(StageWords, word, out stage, out expected);

    /// <summary>Reads a step group.</summary>
    public static bool TryGroup(string word, out StepGroup group, [NotNullWhen(false)] out string? expected) => TryFind(GroupWords, word, out group, out expected);

    /// <summary>Reads a fault.</summary>
    public static bool TryFault(string word, out Fault fault, [NotNullWhen(false)] out string? expected) => TryFind(FaultWords, word, out fault, out expected);

    /// <summary>Reads what a blocklist lists.</summary>
    public static bool TryKind(string word, out BlocklistKind kind, [NotNullWhen(false)] out string? expected) => TryFind(KindWords, word, out kind, out expected);

    /// <summary>Whether an id is made of lower case letters, digits, hyphens and dots.</summary>
    public static bool IsId(string id) =>
        id.Length is > 0 and <= 80 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.' or '_' or '*');

    /// <summary>Finds a word in a vocabulary; on failure <paramref name="expected"/> lists the words.</summary>
    public static bool TryFind<T>((string Word, T Value)[] words, string word, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out string? expected)
    {
        foreach (var (candidate, candidateValue) in words)
        {
            if (candidate != word) continue;
            value = candidateValue;
            expected = null;
            return true;
        }
        value = default;
        expected = string.Join(", ", words.Select(pair => pair.Word));
        return false;
    }
}
