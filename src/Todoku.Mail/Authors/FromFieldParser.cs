using System.Text;

namespace Todoku.Mail.Authors;

/// <summary>Reads the addresses of a From field and keeps their domains (RFC 5322, sections 3.4 and 4.4; RFC 6854, section 2.1).</summary>
internal ref struct FromFieldParser(ReadOnlySpan<byte> field, List<FromFieldToken> tokens)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _field = field;
    private readonly List<FromFieldToken> _tokens = tokens;
    private readonly List<DomainName> _domains = [];
    private MalformedAuthor? _malformed;
    private bool _isRepaired;
    private bool _hasLiteral;
    private bool _hasWords;

    /// <summary>Reads all of it.</summary>
    public AuthorDomain Parse()
    {
        var isInGroup = false;
        for (var start = 0; start < _tokens.Count;)
        {
            var end = ElementEnd(start);
            if (end < _tokens.Count && _tokens[end].Is(':'))
            {
                // group = display-name ":" [group-list] ";"
                if (isInGroup || !IsPhrase(start, end)) _isRepaired = true;
                if (HasAddress(start, end)) _malformed ??= MalformedAuthor.BrokenAddress;
                isInGroup = true;
            }
            else
            {
                ReadElement(start, end);
                if (end < _tokens.Count && _tokens[end].Is(';'))
                {
                    if (!isInGroup) _isRepaired = true;
                    isInGroup = false;
                }
            }
            start = end + 1;
        }
        if (isInGroup) _isRepaired = true;
        return Conclude();
    }

    private readonly AuthorDomain Conclude()
    {
        if (_malformed is { } reason) return new AuthorDomain.Malformed(reason);
        return _domains.Count switch
        {
            1 => new AuthorDomain.One(_domains[0], _isRepaired),
            > 1 => new AuthorDomain.Several(_domains),
            _ => new AuthorDomain.Missing(_hasLiteral ? MissingAuthor.AddressLiteral : _hasWords ? MissingAuthor.NoDomain : MissingAuthor.NoAddress),
        };
    }

    // Elements end with a comma, a semicolon or a colon that stands outside of angle brackets.
    private readonly int ElementEnd(int start)
    {
        var isInAngle = false;
        for (var i = start; i < _tokens.Count; i++)
        {
            if (_tokens[i].Is('<')) isInAngle = true;
            else if (_tokens[i].Is('>')) isInAngle = false;
            else if (!isInAngle && (_tokens[i].Is(',') || _tokens[i].Is(';') || _tokens[i].Is(':'))) return i;
        }
        return _tokens.Count;
    }

    // An element: nothing (obs-mbox-list), mailbox, or what has to be read as one.
    private void ReadElement(int start, int end)
    {
        if (start == end) return;
        var angles = 0;
        var text = start;
        for (var i = start; i < end; i++)
        {
            if (!_tokens[i].Is('<')) continue;
            if (angles == 0 && i > text && !IsPhrase(text, i)) _isRepaired = true;
            var close = i + 1;
            while (close < end && !_tokens[close].Is('>') && !_tokens[close].Is('<')) close++;
            if (close == end || _tokens[close].Is('<')) _isRepaired = true;
            // Brackets within brackets: the innermost hold the address.
            if (close == end || _tokens[close].Is('>')) ReadAngle(i + 1, close);
            else if (close > i + 1) _malformed ??= MalformedAuthor.BrokenAddress;
            angles++;
            i = close == end || _tokens[close].Is('>') ? close : close - 1;
            text = i + 1;
        }
        if (angles == 0) ReadAddress(start, end);
        else if (text < end) _isRepaired = true;
    }

    // angle-addr = "<" addr-spec ">"; obs-angle-addr has a route before it: "@a.example,@b.example:"
    private void ReadAngle(int start, int end)
    {
        if (start == end)
        {
            _isRepaired = true;
            return;
        }
        if (_tokens[start].Is('@') || _tokens[start].Is(','))
        {
            for (var i = start; i < end; i++)
            {
                if (!_tokens[i].Is(':')) continue;
                ReadAddress(i + 1, end);
                return;
            }
        }
        ReadAddress(start, end);
    }

    // addr-spec = local-part "@" domain. Words that stand before the local part are passed over, nothing after the domain is.
    // Local parts with dots in a row or at their end are in use (older addresses of Japanese mobile carriers).
    private void ReadAddress(int start, int end)
    {
        var at = start;
        while (at < end && !_tokens[at].Is('@')) at++;
        if (at == end)
        {
            _isRepaired = true;
            _hasWords = true;
            return;
        }
        if (at == start || !IsPhrase(start, at)) _malformed ??= MalformedAuthor.BrokenAddress;
        else if (!IsLocalPart(start, at)) _isRepaired = true;
        ReadDomain(at + 1, end);
    }

    // domain = dot-atom / domain-literal / obs-domain, where obs-domain = atom *("." atom) with comments and blanks between;
    // a dot at the end is what DNS writes.
    private void ReadDomain(int start, int end)
    {
        if (end == start + 1 && _tokens[start].Kind == FromFieldTokenKind.Literal)
        {
            _hasLiteral = true;
            return;
        }
        var name = new StringBuilder();
        for (var i = start; i < end; i++)
        {
            var isDot = _tokens[i].Is('.');
            if (isDot == ((i - start) % 2 == 0) || (!isDot && _tokens[i].Kind != FromFieldTokenKind.Atom))
            {
                _malformed ??= isDot ? MalformedAuthor.InvalidDomain : MalformedAuthor.BrokenAddress;
                return;
            }
            if (!TryAppend(name, _field.Slice(_tokens[i].Start, _tokens[i].Length))) return;
        }
        if (name.Length > 0 && name[^1] == '.') _isRepaired = true;
        if (!DomainName.TryParse(name.ToString(), out var domain)) _malformed ??= MalformedAuthor.InvalidDomain;
        else if (_domains.Count < AuthorDomain.MaxDomains && !_domains.Contains(domain)) _domains.Add(domain);
    }

    private bool TryAppend(StringBuilder name, ReadOnlySpan<byte> text)
    {
        // A name has 253 octets; what is far longer need not be decoded.
        if (name.Length + text.Length <= DomainName.MaxLength * 4)
        {
            try
            {
                name.Append(Utf8.GetString(text));
                return true;
            }
            catch (DecoderFallbackException)
            {
                // Said below.
            }
        }
        _malformed ??= MalformedAuthor.InvalidDomain;
        return false;
    }

    // phrase = 1*word / obs-phrase: words and dots.
    private readonly bool IsPhrase(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!_tokens[i].IsWord && !_tokens[i].Is('.')) return false;
        }
        return true;
    }

    // obs-local-part = word *("." word)
    private readonly bool IsLocalPart(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_tokens[i].Is('.') == ((i - start) % 2 == 0)) return false;
        }
        return (end - start) % 2 == 1;
    }

    private readonly bool HasAddress(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_tokens[i].Is('@') || _tokens[i].Is('<')) return true;
        }
        return false;
    }
}
