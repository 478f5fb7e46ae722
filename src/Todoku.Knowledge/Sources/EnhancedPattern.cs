using System.Globalization;
using Todoku.Mail;

namespace Todoku.Knowledge.Sources;

/// <summary>An enhanced code as rules name it: <c>5.7.1</c>, <c>4.7.*</c>, <c>*.1.1</c>.</summary>
/// <param name="Class">2, 4 or 5; <see cref="Anything"/> for any.</param>
/// <param name="Subject">0 to 999, or <see cref="Anything"/>.</param>
/// <param name="Detail">0 to 999, or <see cref="Anything"/>.</param>
internal readonly record struct EnhancedPattern(ushort Class, ushort Subject, ushort Detail)
{
    /// <summary>Stands for any number.</summary>
    public const ushort Anything = ushort.MaxValue;

    /// <summary>Whether the code is meant.</summary>
    public bool Matches(EnhancedStatusCode code) =>
        !code.IsNone
        && (Class == Anything || Class == code.Class)
        && (Subject == Anything || Subject == code.Subject)
        && (Detail == Anything || Detail == code.Detail);

    /// <summary>Reads a pattern of three parts.</summary>
    public static bool TryParse(string text, out EnhancedPattern pattern)
    {
        pattern = default;
        var parts = text.Split('.');
        if (parts.Length != 3 || !TryPart(parts[0], out var kind) || !TryPart(parts[1], out var subject) || !TryPart(parts[2], out var detail)) return false;
        if (kind is not (2 or 4 or 5 or Anything)) return false;
        pattern = new EnhancedPattern(kind, subject, detail);
        return true;
    }

    private static bool TryPart(string text, out ushort value)
    {
        value = Anything;
        return text == "*" || (text.Length <= 3 && ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value));
    }
}
