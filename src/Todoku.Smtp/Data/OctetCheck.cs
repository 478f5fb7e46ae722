namespace Todoku.Smtp.Data;

/// <summary>Finds a bare CR or LF and NUL in octets that come in chunks (BDAT without BINARYMIME; RFC 3030, section 3), where no dot ends anything.</summary>
public struct OctetCheck
{
    private bool _isAfterCr;

    /// <summary>Whether a bare CR or LF or a NUL was seen.</summary>
    public bool HasForbiddenOctet { readonly get; private set; }

    /// <summary>Looks at the next octets.</summary>
    public void Look(ReadOnlySpan<byte> octets)
    {
        while (!HasForbiddenOctet && !octets.IsEmpty)
        {
            if (_isAfterCr)
            {
                HasForbiddenOctet = octets[0] != '\n';
                _isAfterCr = false;
                octets = octets[1..];
                continue;
            }
            var at = octets.IndexOfAny((byte)'\r', (byte)'\n', (byte)0);
            if (at < 0) return;
            HasForbiddenOctet = octets[at] != '\r';
            _isAfterCr = true;
            octets = octets[(at + 1)..];
        }
    }

    /// <summary>Says that the message ends here: a CR at its end is a bare one.</summary>
    public void End() => HasForbiddenOctet |= _isAfterCr;
}
