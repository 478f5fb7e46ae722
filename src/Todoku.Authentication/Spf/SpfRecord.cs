using System.Text;

namespace Todoku.Authentication.Spf;

/// <summary>
/// A record, read once and then only looked at (RFC 7208, section 4.6.1). One with errors keeps the terms that are right, so that it can be explained;
/// it never decides anything.
/// </summary>
public sealed class SpfRecord
{
    private const string Version = "v=spf1";

    internal SpfRecord(string text, IReadOnlyList<SpfTerm> terms, IReadOnlyList<SpfSyntaxError> errors)
    {
        Text = text;
        Terms = terms;
        Errors = errors;
        Mechanisms = [.. terms.OfType<SpfTerm.Mechanism>()];
        Redirect = terms.OfType<SpfTerm.Redirect>().FirstOrDefault();
        Explanation = terms.OfType<SpfTerm.Explanation>().FirstOrDefault();
    }

    /// <summary>The record; an octet that is not ASCII is shown as U+FFFD or what it is in UTF-8.</summary>
    public string Text { get; }

    /// <summary>All terms, as they stand.</summary>
    public IReadOnlyList<SpfTerm> Terms { get; }

    /// <summary>What is wrong, up to <see cref="SpfLimits.SyntaxErrors"/>; empty when the record is right.</summary>
    public IReadOnlyList<SpfSyntaxError> Errors { get; }

    /// <summary>The mechanisms, in order.</summary>
    public IReadOnlyList<SpfTerm.Mechanism> Mechanisms { get; }

    /// <summary>The <c>redirect</c> modifier. It means nothing beside <c>all</c>.</summary>
    public SpfTerm.Redirect? Redirect { get; }

    /// <summary>The <c>exp</c> modifier.</summary>
    public SpfTerm.Explanation? Explanation { get; }

    /// <summary>Whether the record keeps to the grammar.</summary>
    public bool IsValid => Errors.Count == 0;

    /// <summary>Whether a TXT record is an SPF record: begins with <c>v=spf1</c> in any case, and then ends or has a space (section 4.5).</summary>
    public static bool IsSpf(ReadOnlySpan<byte> octets) =>
        octets.Length >= Version.Length && Ascii.EqualsIgnoreCase(octets[..Version.Length], Version)
        && (octets.Length == Version.Length || octets[Version.Length] == ' ');

    /// <summary>Reads the octets of a TXT record for which <see cref="IsSpf"/> holds.</summary>
    public static SpfRecord Parse(ReadOnlySpan<byte> octets) =>
        SpfRecordParser.Parse(Encoding.Latin1.GetString(octets), Encoding.UTF8.GetString(octets));

    /// <summary>Reads a record as a person wrote it.</summary>
    public static SpfRecord Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Where the terms begin.</summary>
    internal static int VersionLength => Version.Length;
}
