using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Todoku.Mail;

/// <summary>
/// A domain name as DNS carries it: ASCII letters in lower case, A-labels, no dot at its end (RFC 1035, section 2.3.1; RFC 5890, section 2.3.2.1).
/// Labels are 1 to 63 octets, the whole at most 253. An octet that is not printable ASCII, a dot or a backslash within a label is written
/// <c>\DDD</c> (RFC 4343, section 2.1), so that what a stranger published can be shown and asked again.
/// </summary>
public sealed class DomainName : IEquatable<DomainName>
{
    /// <summary>The most octets a name has, without the dot at its end.</summary>
    public const int MaxLength = 253;

    /// <summary>The most octets a label has.</summary>
    public const int MaxLabelLength = 63;

    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = false };

    private readonly string _text;

    private DomainName(string text) => _text = text;

    /// <summary>The root of DNS: the name without labels, shown as ".". An MX or CNAME that names it says "there is none" (RFC 7505).</summary>
    public static DomainName Root { get; } = new("");

    /// <summary>Whether this is the root.</summary>
    public bool IsRoot => _text.Length == 0;

    /// <summary>How many labels the name has; 0 for the root.</summary>
    public int LabelCount => IsRoot ? 0 : _text.AsSpan().Count('.') + 1;

    /// <summary>The name without its first label; the root for a name of one label and for the root.</summary>
    public DomainName Parent
    {
        get
        {
            var dot = _text.IndexOf('.', StringComparison.Ordinal);
            return dot < 0 ? Root : new DomainName(_text[(dot + 1)..]);
        }
    }

    /// <summary>Reads a name as a person, a log or a message has it: any case, U-labels or A-labels, with or without a dot at its end.</summary>
    /// <returns>False for an empty text, an empty or too long label, a too long name, or a label that IDNA doesn't allow.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out DomainName? name)
    {
        name = null;
        if (text.EndsWith('.')) text = text[..^1];
        if (text.IsEmpty || text.Length > MaxLength * 4) return false;
        if (Ascii.IsValid(text)) return TryMake(text.ToString().ToLowerInvariant(), out name);
        try
        {
            // IDNA also takes the full stops of ideographic writing (RFC 3490, section 3.1). Without ICU it maps no upper case.
            return TryMake(Idn.GetAscii(text.ToString().ToLowerInvariant()).ToLowerInvariant(), out name);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Reads a name; for names that stand in code.</summary>
    /// <exception cref="FormatException">It is no domain name.</exception>
    public static DomainName Parse(string text) => TryParse(text, out var name) ? name : throw new FormatException($"\"{text}\" is no domain name.");

    /// <summary>The name with a label put before it (<c>_dmarc</c> and <c>example.com</c>); false when it grows too long or the label is none.</summary>
    public bool TryPrepend(ReadOnlySpan<char> labels, [NotNullWhen(true)] out DomainName? name) => TryParse(IsRoot ? labels : $"{labels}.{_text}", out name);

    /// <summary>Whether this name is <paramref name="ancestor"/> or lies below it.</summary>
    public bool IsWithin(DomainName ancestor)
    {
        ArgumentNullException.ThrowIfNull(ancestor);
        if (ancestor.IsRoot || Equals(ancestor)) return true;
        return _text.Length > ancestor._text.Length && _text[^(ancestor._text.Length + 1)] == '.' && _text.EndsWith(ancestor._text, StringComparison.Ordinal);
    }

    /// <summary>The last <paramref name="count"/> labels; the name itself when it has no more.</summary>
    public DomainName LastLabels(int count)
    {
        var name = this;
        for (var labels = LabelCount; labels > count; labels--) name = name.Parent;
        return name;
    }

    /// <inheritdoc/>
    public bool Equals(DomainName? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DomainName);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(_text, StringComparison.Ordinal);

    /// <summary>The name as it is written, without a dot at its end; "." for the root.</summary>
    public override string ToString() => IsRoot ? "." : _text;

    // The length of an escaped octet counts as one.
    private static bool TryMake(string text, [NotNullWhen(true)] out DomainName? name)
    {
        name = null;
        var total = 0;
        var label = 0;
        for (var i = 0; i < text.Length; i++, total++)
        {
            if (text[i] == '.')
            {
                if (label is 0 or > MaxLabelLength) return false;
                label = 0;
                continue;
            }
            if (text[i] is <= ' ' or >= '\x7f') return false;
            if (text[i] == '\\')
            {
                if (i + 3 >= text.Length || !byte.TryParse(text.AsSpan(i + 1, 3), NumberStyles.None, CultureInfo.InvariantCulture, out _)) return false;
                i += 3;
            }
            label++;
        }
        if (label is 0 or > MaxLabelLength || total > MaxLength) return false;
        name = new DomainName(text);
        return true;
    }
}
