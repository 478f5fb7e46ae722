using System.Text;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Signatures;

/// <summary>
/// Writes a field of tags, folded at 76 columns or before, in two steps: first with an empty <c>b=</c>, as it is hashed, then with the signature
/// (RFC 6376, section 3.5).
/// </summary>
internal sealed class SignatureFieldWriter
{
    private const int Columns = 76;

    private const int SignatureColumns = 73;

    // A line may have 998 octets (RFC 5322, section 2.1.1).
    private const int LongestSignature = 900;

    private readonly StringBuilder _text = new();
    private readonly int _nameLength;
    private readonly bool _foldSignature;
    private int _column;
    private int _signature;
    private int _signatureColumn;

    /// <param name="name">The field's name.</param>
    /// <param name="foldSignature">Whether <c>b=</c> is folded. A seal hashes it with its folding: the suite of ARC's working group has it in one line.</param>
    public SignatureFieldWriter(string name, bool foldSignature)
    {
        _nameLength = name.Length;
        _foldSignature = foldSignature;
        _text.Append(name).Append(':');
        _column = _text.Length;
    }

    /// <summary>Adds a tag. A value that is too long for a line is folded behind colons.</summary>
    public SignatureFieldWriter Tag(string name, string value)
    {
        Separate(name.Length + 1 + value.Length + 1);
        Put($"{name}=");
        while (_column + value.Length + 1 > Columns && value.LastIndexOf(':', Math.Max(0, Math.Min(value.Length, Columns - _column) - 1)) is var colon and > 0)
        {
            Put(value[..(colon + 1)]);
            value = value[(colon + 1)..];
            NewLine();
        }
        Put(value);
        return this;
    }

    /// <summary>Adds <c>b=</c>, which is filled in later.</summary>
    public SignatureFieldWriter Signature()
    {
        Put(";");
        NewLine();
        Put("b=");
        _signature = _text.Length;
        _signatureColumn = _column;
        return this;
    }

    /// <summary>The field with an empty <c>b=</c>.</summary>
    public HeaderField Unsigned()
    {
        var raw = Encoding.UTF8.GetBytes(_text.ToString());
        return new HeaderField(raw, 0, _nameLength, _nameLength + 1);
    }

    /// <summary>The field with its signature, and the CRLF that closes it.</summary>
    public string Signed(byte[] signature)
    {
        var base64 = Convert.ToBase64String(signature);
        var folded = new StringBuilder(base64.Length + 32);
        var column = _signatureColumn;
        foreach (var letter in base64)
        {
            if (column >= SignatureColumns && (_foldSignature || base64.Length > LongestSignature))
            {
                folded.Append("\r\n ");
                column = 1;
            }
            folded.Append(letter);
            column++;
        }
        // The tags behind it go on in a line of their own: how long the last line is was not known when they were written.
        return $"{_text.ToString(0, _signature)}{folded}{_text.ToString(_signature, _text.Length - _signature)}\r\n";
    }

    private void Separate(int length)
    {
        if (_text.Length > _nameLength + 1) Put(";");
        if (_signature > 0 && _text.Length == _signature + 1) NewLine();
        else if (_column + 1 + length > Columns) NewLine();
        else Put(" ");
    }

    private void NewLine()
    {
        _text.Append("\r\n ");
        _column = 1;
    }

    private void Put(string text)
    {
        _text.Append(text);
        _column += text.Length;
    }
}
