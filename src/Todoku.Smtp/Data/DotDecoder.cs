namespace Todoku.Smtp.Data;

/// <summary>
/// Reads a message after DATA: finds its end, takes stuffed dots off (RFC 5321, section 4.5.2), and finds what no message may hold: a bare CR or LF, and
/// NUL (RFC 5321, section 2.3.8; RFC 6152, section 3). The end is CRLF.CRLF and nothing else. Octets may come cut at any place.
/// </summary>
/// <remarks>
/// NUL is forbidden since some servers drop it, and what stands beside a dropped NUL may become an end. Once such an octet was seen, nothing
/// more is given out, and the true end is waited for, so that what follows it is a command and what stands before it never is. A dot alone
/// between breaks of which one is a bare LF is what a client that knows no CRLF takes for the end: it waits for its answer there, and so does
/// one that smuggles. Both get the refusal at once, and the connection must close (<see cref="DotProgress.Broken"/>).
/// </remarks>
public struct DotDecoder
{
    private const ulong TrueEnd = 0x0D_0A_2E_0D_0A;

    private State _state;
    private ulong _window;

    private enum State : byte
    {
        LineStart,
        Text,
        AfterCr,
        AfterDot,
        AfterDotCr,
        Refused,
    }

    /// <summary>Whether a bare CR or LF or a NUL was seen.</summary>
    public readonly bool HasForbiddenOctet => _state == State.Refused;

    /// <summary>Goes on with the next octets.</summary>
    /// <param name="input">Octets as they came.</param>
    /// <param name="run">The octets of the message that were found, a part of <paramref name="input"/>; may be empty.</param>
    /// <param name="consumed">How many octets were read; call again with the rest until all are, or the end is found.</param>
    public DotProgress Decode(ReadOnlySpan<byte> input, out Range run, out int consumed)
    {
        var start = 0;
        var at = 0;
        while (at < input.Length)
        {
            var b = input[at];
            switch (_state)
            {
                case State.LineStart when b == '.':
                    // What came so far is given out; the dot is not part of the message.
                    _state = State.AfterDot;
                    run = start..at;
                    consumed = at + 1;
                    return DotProgress.More;
                case State.LineStart:
                case State.Text:
                    var found = input[at..].IndexOfAny((byte)'\r', (byte)'\n', (byte)0);
                    if (found < 0)
                    {
                        _state = State.Text;
                        at = input.Length;
                        break;
                    }
                    if (input[at + found] != '\r') return Refuse(input, found == 0 && _state == State.LineStart ? 0x0D_0AUL : 0, at + found, out run, out consumed);
                    _state = State.AfterCr;
                    at += found + 1;
                    break;
                case State.AfterCr:
                    if (b != '\n') return Refuse(input, 0x0D, at, out run, out consumed);
                    _state = State.LineStart;
                    at++;
                    break;
                case State.AfterDot when b == '\r':
                    _state = State.AfterDotCr;
                    start = ++at;
                    break;
                case State.AfterDot:
                    if (b == '\n') return Refuse(input, 0x0D_0A_2E, at, out run, out consumed);
                    _state = State.Text;
                    start = at;
                    break;
                case State.AfterDotCr:
                    if (b != '\n') return Refuse(input, 0x0D_0A_2E_0D, at, out run, out consumed);
                    run = ..0;
                    consumed = at + 1;
                    return DotProgress.End;
                default:
                    return Search(input, at, out run, out consumed);
            }
        }
        run = start..at;
        consumed = at;
        return DotProgress.More;
    }

    private DotProgress Refuse(ReadOnlySpan<byte> input, ulong before, int at, out Range run, out int consumed)
    {
        _state = State.Refused;
        _window = before;
        return Search(input, at, out run, out consumed);
    }

    private DotProgress Search(ReadOnlySpan<byte> input, int at, out Range run, out int consumed)
    {
        run = ..0;
        for (; at < input.Length; at++)
        {
            _window = ((_window << 8) | input[at]) & 0xFF_FFFF_FFFF;
            if (input[at] != '\n') continue;
            consumed = at + 1;
            if (_window == TrueEnd) return DotProgress.End;
            if ((_window & 0xFF_FFFF) == 0x0A_2E_0A || (_window & 0xFFFF_FFFF) == 0x0A_2E_0D_0A) return DotProgress.Broken;
        }
        consumed = at;
        return DotProgress.More;
    }
}
