using System.Net;
using System.Text;

namespace Todoku.Authentication.Spf;

/// <summary>Reads records by the grammar (RFC 7208, section 12). One wrong term doesn't stop it, so that all that is wrong can be told at once.</summary>
internal sealed class SpfRecordParser
{
    private readonly List<SpfTerm> _terms = [];
    private readonly List<SpfSyntaxError> _errors = [];

    private SpfRecordParser()
    {
    }

    /// <summary>Reads a record.</summary>
    /// <param name="octets">The record, a character for each octet.</param>
    /// <param name="shown">The record as it is shown.</param>
    public static SpfRecord Parse(string octets, string shown)
    {
        var parser = new SpfRecordParser();
        // record = version terms *SP; terms = *( 1*SP ( directive / modifier ) )
        for (var start = SpfRecord.VersionLength; start < octets.Length;)
        {
            if (octets[start] == ' ')
            {
                start++;
                continue;
            }
            var end = octets.IndexOf(' ', start);
            if (end < 0) end = octets.Length;
            parser.ReadTerm(octets.AsSpan(start, end - start), start);
            start = end;
        }
        return new SpfRecord(shown, parser._terms, parser._errors);
    }

    private void ReadTerm(ReadOnlySpan<char> text, int offset)
    {
        var problem = text.ContainsAnyInRange('\x7f', '\xff') ? SpfSyntaxProblem.NotAscii
            : text.ContainsAnyInRange('\0', ' ') ? SpfSyntaxProblem.ControlCharacter
            : ReadAsciiTerm(text, offset, out var term) is { } found ? found
            : Add(term);
        if (problem is not { } wrong || _errors.Count == SpfLimits.SyntaxErrors) return;
        var shown = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text.ToString()));
        _errors.Add(new SpfSyntaxError(wrong, shown, offset, SpfSuggestion.For(shown, wrong)));
    }

    // Known modifiers stand once at most (section 6).
    private SpfSyntaxProblem? Add(SpfTerm? term)
    {
        if (term is null) return null;
        if ((term is SpfTerm.Redirect && _terms.Exists(other => other is SpfTerm.Redirect))
            || (term is SpfTerm.Explanation && _terms.Exists(other => other is SpfTerm.Explanation))) return SpfSyntaxProblem.DuplicateModifier;
        _terms.Add(term);
        return null;
    }

    private static SpfSyntaxProblem? ReadAsciiTerm(ReadOnlySpan<char> text, int offset, out SpfTerm? term)
    {
        // What ends the name tells the kind: "=" a modifier, ":" or "/" or nothing a mechanism.
        var end = text.IndexOfAny(":/=");
        if (end >= 0 && text[end] == '=') return ReadModifier(text, end, offset, out term);
        var qualifier = text[0] switch { '-' => SpfQualifier.Fail, '~' => SpfQualifier.SoftFail, '?' => SpfQualifier.Neutral, _ => SpfQualifier.Pass };
        var start = text[0] is '+' or '-' or '?' or '~' ? 1 : 0;
        if (end < 0) end = text.Length;
        return ReadMechanism(text[start..end], text[end..], new Common(text.ToString(), offset, qualifier), out term);
    }

    // name = ALPHA *( ALPHA / DIGIT / "-" / "_" / "." )
    private static SpfSyntaxProblem? ReadModifier(ReadOnlySpan<char> text, int equals, int offset, out SpfTerm? term)
    {
        term = null;
        var name = text[..equals];
        var value = text[(equals + 1)..];
        if (name.IsEmpty || !char.IsAsciiLetter(name[0])) return SpfSyntaxProblem.BadModifierName;
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')) return SpfSyntaxProblem.BadModifierName;
        }
        if (name.Equals("redirect", StringComparison.OrdinalIgnoreCase))
        {
            if (ReadDomain(value, out var domain) is { } problem) return problem;
            term = new SpfTerm.Redirect(domain!) { Text = text.ToString(), Offset = offset };
            return null;
        }
        if (name.Equals("exp", StringComparison.OrdinalIgnoreCase))
        {
            if (ReadDomain(value, out var domain) is { } problem) return problem;
            term = new SpfTerm.Explanation(domain!) { Text = text.ToString(), Offset = offset };
            return null;
        }
        // unknown-modifier = name "=" macro-string
        if (MacroParser.Parse(value, MacroUse.Value, out _) is { } wrong) return wrong;
        term = new SpfTerm.Other(name.ToString()) { Text = text.ToString(), Offset = offset };
        return null;
    }

    private static SpfSyntaxProblem? ReadMechanism(ReadOnlySpan<char> name, ReadOnlySpan<char> rest, Common common, out SpfTerm? term)
    {
        term = null;
        if (name.Equals("all", StringComparison.OrdinalIgnoreCase))
        {
            if (!rest.IsEmpty) return SpfSyntaxProblem.UnexpectedValue;
            term = new SpfTerm.All { Text = common.Text, Offset = common.Offset, Qualifier = common.Qualifier };
            return null;
        }
        if (name.Equals("ip4", StringComparison.OrdinalIgnoreCase)) return ReadIp(rest, common, isIPv4: true, out term);
        if (name.Equals("ip6", StringComparison.OrdinalIgnoreCase)) return ReadIp(rest, common, isIPv4: false, out term);
        if (name.Equals("include", StringComparison.OrdinalIgnoreCase))
        {
            if (ReadWantedDomain(rest, out var domain) is { } problem) return problem;
            term = new SpfTerm.Include(domain!) { Text = common.Text, Offset = common.Offset, Qualifier = common.Qualifier };
            return null;
        }
        if (name.Equals("exists", StringComparison.OrdinalIgnoreCase))
        {
            if (ReadWantedDomain(rest, out var domain) is { } problem) return problem;
            term = new SpfTerm.Exists(domain!) { Text = common.Text, Offset = common.Offset, Qualifier = common.Qualifier };
            return null;
        }
        if (name.Equals("ptr", StringComparison.OrdinalIgnoreCase))
        {
            if (ReadOptionalDomain(rest, out var domain) is { } problem) return problem;
            term = new SpfTerm.Ptr(domain) { Text = common.Text, Offset = common.Offset, Qualifier = common.Qualifier };
            return null;
        }
        if (name.Equals("a", StringComparison.OrdinalIgnoreCase))
        {
            if (ReadHosts(rest, out var domain, out var length4, out var length6) is { } problem) return problem;
            term = new SpfTerm.A(domain, length4, length6) { Text = common.Text, Offset = common.Offset, Qualifier = common.Qualifier };
            return null;
        }
        if (name.Equals("mx", StringComparison.OrdinalIgnoreCase))
        {
            if (ReadHosts(rest, out var domain, out var length4, out var length6) is { } problem) return problem;
            term = new SpfTerm.Mx(domain, length4, length6) { Text = common.Text, Offset = common.Offset, Qualifier = common.Qualifier };
            return null;
        }
        return SpfSyntaxProblem.UnknownMechanism;
    }

    // ip4 = "ip4" ":" ip4-network [ ip4-cidr-length ], and the same for ip6
    private static SpfSyntaxProblem? ReadIp(ReadOnlySpan<char> rest, Common common, bool isIPv4, out SpfTerm? term)
    {
        term = null;
        if (rest.IsEmpty || rest[0] != ':' || rest.Length == 1) return SpfSyntaxProblem.MissingAddress;
        var address = rest[1..];
        var length = isIPv4 ? 32 : 128;
        var slash = address.IndexOf('/');
        if (slash >= 0)
        {
            if (!TryReadLength(address[(slash + 1)..], length, out length)) return SpfSyntaxProblem.BadPrefixLength;
            address = address[..slash];
        }
        IPAddress network;
        if (isIPv4 ? !AddressText.TryParseIPv4(address, out network) : !AddressText.TryParseIPv6(address, out network))
            return isIPv4 ? SpfSyntaxProblem.BadIPv4Address : SpfSyntaxProblem.BadIPv6Address;
        term = new SpfTerm.Ip(new AddressBlock(network, length)) { Text = common.Text, Offset = common.Offset, Qualifier = common.Qualifier };
        return null;
    }

    // [ ":" domain-spec ] [ dual-cidr-length ]; dual-cidr-length = [ ip4-cidr-length ] [ "/" ip6-cidr-length ]
    private static SpfSyntaxProblem? ReadHosts(ReadOnlySpan<char> rest, out MacroString? domain, out int length4, out int length6)
    {
        domain = null;
        (length4, length6) = (32, 128);
        // No domain ends in a slash and digits, so what does is a length.
        if (TrailingLength(rest) is var slash6 && slash6 > 0 && rest[slash6 - 1] == '/')
        {
            if (!TryReadLength(rest[(slash6 + 1)..], 128, out length6)) return SpfSyntaxProblem.BadPrefixLength;
            rest = rest[..(slash6 - 1)];
        }
        if (TrailingLength(rest) is var slash4 && slash4 >= 0)
        {
            if (!TryReadLength(rest[(slash4 + 1)..], 32, out length4)) return SpfSyntaxProblem.BadPrefixLength;
            rest = rest[..slash4];
        }
        if (!rest.IsEmpty && rest[0] == '/') return SpfSyntaxProblem.BadPrefixLength;
        return ReadOptionalDomain(rest, out domain);
    }

    // Where the slash before the digits at the end is; -1 when there is none.
    private static int TrailingLength(ReadOnlySpan<char> text)
    {
        var i = text.Length;
        while (i > 0 && char.IsAsciiDigit(text[i - 1])) i--;
        return i > 0 && i < text.Length && text[i - 1] == '/' ? i - 1 : -1;
    }

    // "0" / %x31-39 0*2DIGIT: no leading zeros.
    private static bool TryReadLength(ReadOnlySpan<char> text, int most, out int length)
    {
        length = 0;
        if (text.IsEmpty || text.Length > 3 || (text[0] == '0' && text.Length > 1)) return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            length = length * 10 + (c - '0');
        }
        return length <= most;
    }

    private static SpfSyntaxProblem? ReadWantedDomain(ReadOnlySpan<char> rest, out MacroString? domain)
    {
        domain = null;
        if (rest.IsEmpty) return SpfSyntaxProblem.MissingDomain;
        return ReadOptionalDomain(rest, out domain);
    }

    private static SpfSyntaxProblem? ReadOptionalDomain(ReadOnlySpan<char> rest, out MacroString? domain)
    {
        domain = null;
        if (rest.IsEmpty) return null;
        return rest[0] == ':' ? ReadDomain(rest[1..], out domain) : SpfSyntaxProblem.UnexpectedValue;
    }

    private static SpfSyntaxProblem? ReadDomain(ReadOnlySpan<char> text, out MacroString? domain)
    {
        domain = null;
        return text.IsEmpty ? SpfSyntaxProblem.MissingDomain : MacroParser.Parse(text, MacroUse.Domain, out domain);
    }

    // What every mechanism has.
    private readonly record struct Common(string Text, int Offset, SpfQualifier Qualifier);
}
