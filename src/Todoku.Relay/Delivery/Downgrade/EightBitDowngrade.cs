using System.Buffers;
using System.Text;
using Todoku.Mail.Messages;
using Todoku.Relay.Delivery.Messages;
using Todoku.Relay.Policy;

namespace Todoku.Relay.Delivery.Downgrade;

/// <summary>
/// Converts a message for a server that takes no octets above 127 (no 8BITMIME; RFC 6152, section 3).
/// <list type="table">
/// <item><term>the relay's own signatures</term><description>are over the form that came; they are left out, and the converted form is signed anew. It is not converted before it is signed first: all servers
/// but a few old ones take it as it came, and which one it goes to is known at the attempt only.</description></item>
/// <item><term>DKIM and ARC of others</term><description>no longer verify, which counts as none (RFC 6376, section 6.1) and costs no more than a bounce would; the log says it.</description></item>
/// <item><term>multipart/signed (S/MIME, PGP)</term><description>is for the reader, who would be told that it was forged: it goes back to the sender (RFC 1847, section 2.1, wants it in 7 bit).</description></item>
/// <item><term>a field of the header with raw octets</term><description>can't be converted: nobody knows their charset. It goes back to the sender.</description></item>
/// <item><term>larger than <see cref="MaxLength"/></term><description>goes back to the sender: it would have to be held in memory several times.</description></item>
/// </list>
/// One is converted at a time.
/// </summary>
/// <param name="signer">Who signs; null: nobody.</param>
/// <param name="said">Is told what was done, for the log.</param>
public sealed class EightBitDowngrade(IMessageSigner? signer, Action<string>? said) : IDisposable
{
    /// <summary>Octets of a message that is converted, at most.</summary>
    public const int MaxLength = 10 * 1024 * 1024;

    private const string Unencoded =
        "octets above 127 stand where no encoding can be given, in a field of the header or in a signed part; write such fields as RFC 2047 says, and encode signed parts before they are signed";

    private readonly SemaphoreSlim _gate = new(1);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    /// <summary>Converts one.</summary>
    internal async Task<DowngradeOutcome> ConvertAsync(LoadedMessage message, string server, CancellationToken cancellation)
    {
        var length = message.Envelope.Prefix.Length + message.Envelope.Size;
        if (length > MaxLength) return new DowngradeOutcome.NotPossible($"messages over {MaxLength / (1024 * 1024)} MB are not converted; encode its parts in quoted-printable or base64 before it is sent");
        try
        {
            await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new DowngradeOutcome.NotNow("the relay was stopped");
        }
        try
        {
            var octets = new byte[length];
            using (var stream = message.Open())
            {
                if (stream.ReadAtLeast(octets, octets.Length, throwOnEndOfStream: false) < octets.Length) return new DowngradeOutcome.NotNow("it ends too early");
            }
            return Convert(octets, message.Envelope.Prefix.Length, $"{message.Stored.Id} for {server}");
        }
        catch (IOException error)
        {
            return new DowngradeOutcome.NotNow(error.Message);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Converts a message.</summary>
    /// <param name="octets">The message as it was taken.</param>
    /// <param name="prefixLength">How much of it the relay put before it.</param>
    /// <param name="name">What the log calls it.</param>
    internal DowngradeOutcome Convert(byte[] octets, int prefixLength, string name)
    {
        var unsigned = WithoutOwnSignatures(octets, prefixLength);
        byte[]? converted;
        try
        {
            converted = SevenBitEncoder.Encode(unsigned);
        }
        catch (FormatException)
        {
            converted = null;
        }
        if (converted is null) return new DowngradeOutcome.NotPossible(Unencoded);
        var isSigned = unsigned.Length < octets.Length;
        var signatures = isSigned ? signer?.Sign(converted) ?? "" : "";
        Say(name, converted, isSigned, signatures.Length > 0);
        return new DowngradeOutcome.Converted([.. Encoding.ASCII.GetBytes(signatures), .. converted]);
    }

    private void Say(string name, byte[] converted, bool wasSigned, bool isSigned)
    {
        if (said is null) return;
        var foreign = MessageHeaders.Parse(converted).Fields.Count(field => field.Is("DKIM-Signature"u8) || field.Is("ARC-Message-Signature"u8));
        var ours = isSigned ? "; signed anew" : wasSigned ? "; it goes unsigned, since no key signs it now" : "";
        var others = foreign > 0 ? $"; {foreign} signature(s) that it came with no longer verify" : "";
        said($"{name}: converted to 7 bit, since the server has no 8BITMIME{ours}{others}");
    }

    // What the relay signed stands in its own part alone: above it nothing came from a stranger.
    private static byte[] WithoutOwnSignatures(byte[] octets, int prefixLength)
    {
        var fields = MessageHeaders.Parse(octets.AsMemory(0, prefixLength)).Fields;
        var kept = new ArrayBufferWriter<byte>(octets.Length);
        var at = 0;
        for (var i = 0; i < fields.Count; i++)
        {
            if (!fields[i].Is("DKIM-Signature"u8)) continue;
            kept.Write(octets.AsSpan(at, fields[i].Offset - at));
            at = i + 1 < fields.Count ? fields[i + 1].Offset : prefixLength;
        }
        kept.Write(octets.AsSpan(at));
        return kept.WrittenSpan.ToArray();
    }
}
