using System.Globalization;

namespace Todoku.Authentication.AuthenticationResults;

/// <summary>Reads an Authentication-Results field: the grammar of RFC 8601, section 2.2, and what is written in the field against it.</summary>
/// <remarks>
/// A part between semicolons that can't be read is passed over and counted; it takes nothing of the next one with it. What is read more freely: an
/// authserv-id that is missing, properties without a type, bare values that ought to be quoted, a reason behind the properties.
/// </remarks>
internal static class AuthenticationResultsParser
{
    /// <summary>The most octets that are read.</summary>
    public const int MaxLength = 65_536;

    /// <summary>The most results that are kept.</summary>
    public const int MaxMethods = 100;

    /// <summary>The most properties of a result that are kept.</summary>
    public const int MaxProperties = 100;

    /// <summary>Reads what follows the colon.</summary>
    public static AuthenticationResultsField Parse(ReadOnlySpan<byte> value)
    {
        var isWellFormed = value.Length <= MaxLength;
        var reader = new AuthenticationResultsReader(value[..Math.Min(value.Length, MaxLength)]);
        var id = ReadId(ref reader, out var version);
        if (id.Length == 0) isWellFormed = false;
        var methods = new List<MethodResult>();
        var unreadable = 0;
        var isNone = false;
        var isFirst = id.Length == 0;
        while (isFirst || SkipToPart(ref reader, ref isWellFormed))
        {
            isFirst = false;
            reader.SkipBlanks();
            if (reader.IsAtEnd || reader.Next == ';')
            {
                // A semicolon at the end is common, and wrong.
                isWellFormed = false;
                continue;
            }
            var start = reader.Position;
            if (reader.ReadKeyword() == "none" && IsPartEnd(ref reader))
            {
                isNone = true;
                continue;
            }
            reader.Position = start;
            if (methods.Count < MaxMethods && ReadMethod(ref reader, ref isWellFormed) is { } method) methods.Add(method);
            else unreadable++;
        }
        if (unreadable > 0 || (isNone ? methods.Count > 0 : methods.Count == 0)) isWellFormed = false;
        return new AuthenticationResultsField(id, methods) { Version = version, Unreadable = unreadable, IsWellFormed = isWellFormed };
    }

    private static bool SkipToPart(ref AuthenticationResultsReader reader, ref bool isWellFormed)
    {
        reader.SkipBlanks();
        if (!reader.IsAtEnd && reader.Next != ';') isWellFormed = false;
        reader.SkipPart();
        return reader.TrySkip(';');
    }

    private static bool IsPartEnd(ref AuthenticationResultsReader reader)
    {
        reader.SkipBlanks();
        return reader.IsAtEnd || reader.Next == ';';
    }

    // authserv-id [ CFWS authres-version ]; some servers leave the id out and begin with "spf=pass".
    private static string ReadId(ref AuthenticationResultsReader reader, out int version)
    {
        version = AuthenticationResultsField.KnownVersion;
        reader.SkipBlanks();
        var start = reader.Position;
        var isQuoted = reader.Next == '"';
        var id = reader.ReadValue() ?? "";
        if (!isQuoted && id.Contains('=', StringComparison.Ordinal))
        {
            reader.Position = start;
            return "";
        }
        reader.SkipBlanks();
        if (reader.IsAtEnd || reader.Next == ';') return id;
        start = reader.Position;
        var digits = reader.ReadKeyword();
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) version = number;
        else reader.Position = start;
        return id;
    }

    // methodspec [ CFWS reasonspec ] [ CFWS 1*propspec ]
    private static MethodResult? ReadMethod(ref AuthenticationResultsReader reader, ref bool isWellFormed)
    {
        var name = reader.ReadKeyword();
        reader.SkipBlanks();
        int? version = null;
        if (reader.TrySkip('/'))
        {
            reader.SkipBlanks();
            version = int.TryParse(reader.ReadKeyword(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
            if (version is null) isWellFormed = false;
            reader.SkipBlanks();
        }
        if (name.Length == 0 || !reader.TrySkip('=')) return null;
        reader.SkipBlanks();
        var result = reader.ReadKeyword();
        if (result.Length == 0) return null;
        var comment = reader.SkipBlanks();
        var reason = "";
        var properties = new List<ResultProperty>();
        while (!reader.IsAtEnd && reader.Next != ';')
        {
            if (ReadProperty(ref reader) is not { } property)
            {
                isWellFormed = false;
                break;
            }
            if (property is { Type: "", Name: "reason" })
            {
                if (properties.Count > 0) isWellFormed = false;
                reason = property.Value;
            }
            else
            {
                if (property.Type.Length == 0) isWellFormed = false;
                if (properties.Count < MaxProperties) properties.Add(property);
            }
            reader.SkipBlanks();
        }
        return new MethodResult(name, result) { Version = version, Reason = reason, Comment = comment, Properties = properties };
    }

    // propspec = ptype [CFWS] "." [CFWS] property [CFWS] "=" pvalue
    private static ResultProperty? ReadProperty(ref AuthenticationResultsReader reader)
    {
        var type = "";
        var name = reader.ReadKeyword();
        reader.SkipBlanks();
        if (reader.TrySkip('.'))
        {
            reader.SkipBlanks();
            (type, name) = (name, reader.ReadKeyword());
            reader.SkipBlanks();
            if (type.Length == 0) return null;
        }
        if (name.Length == 0 || !reader.TrySkip('=')) return null;
        reader.SkipBlanks();
        return new ResultProperty(type, name, reader.ReadValue() ?? "");
    }
}
