using System.Globalization;
using System.Text;
using Todoku.Authentication.Signatures;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Dkim;

/// <summary>Signs messages (RFC 6376, section 5).</summary>
/// <param name="key">The key.</param>
/// <param name="options">How.</param>
public sealed class DkimSigner(PrivateKey key, DkimSigningOptions options)
{
    /// <summary>The fields that are signed when none are named: what a reader sees and what says how the body is read (RFC 6376, section 5.4.1).</summary>
    public static IReadOnlyList<string> UsualHeaders { get; } =
    [
        "From", "Reply-To", "Subject", "Date", "Message-ID", "To", "Cc", "In-Reply-To", "References", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding", "Content-ID", "Content-Description", "Resent-Date", "Resent-From", "Resent-To", "Resent-Cc", "List-Id", "List-Help",
        "List-Unsubscribe", "List-Unsubscribe-Post", "List-Subscribe", "List-Post", "List-Owner", "List-Archive",
    ];

    /// <summary>Makes the signature of a message: a whole DKIM-Signature field with the CRLF that closes it, to be put before the message.</summary>
    /// <param name="message">The message; its lines end in CRLF (<see cref="MessageLineEnds"/>).</param>
    /// <param name="now">What <c>t=</c> says.</param>
    /// <exception cref="ArgumentException">No From field would be signed.</exception>
    public string Sign(MessageHeaders message, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Sign(message, new SignedMessage(message).HashBody(options.BodyCanonicalization, null).Hash, now);
    }

    /// <summary>Makes the signature of a message whose body went by: only its header is looked at.</summary>
    /// <param name="message">The header; a body behind it is not read.</param>
    /// <param name="bodyHash">What <see cref="BodyHasher.Finish"/> gave for the body in the form that the options name.</param>
    /// <param name="now">What <c>t=</c> says.</param>
    /// <exception cref="ArgumentException">No From field would be signed.</exception>
    public string Sign(MessageHeaders message, byte[] bodyHash, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(bodyHash);
        var names = Names(message);
        if (!names.Contains("From", StringComparer.OrdinalIgnoreCase)) throw new ArgumentException("From must be among the signed fields (RFC 6376, section 5.4).", nameof(message));
        var signed = new SignedMessage(message);
        var seconds = now.ToUnixTimeSeconds();
        var writer = new SignatureFieldWriter("DKIM-Signature", foldSignature: true)
            .Tag("v", "1").Tag("a", AlgorithmNames.Of(key.Algorithm)).Tag("c", $"{NameOf(options.HeaderCanonicalization)}/{NameOf(options.BodyCanonicalization)}")
            .Tag("d", options.Domain.ToString()).Tag("s", options.Selector).Tag("t", seconds.ToString(CultureInfo.InvariantCulture));
        if (options.Lifetime is { } lifetime) writer.Tag("x", (seconds + (long)lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        if (options.Identity.Length > 0) writer.Tag("i", options.Identity);
        writer.Tag("h", string.Join(':', names)).Tag("bh", Convert.ToBase64String(bodyHash)).Signature();
        return writer.Signed(key.Sign(signed.HashUnsigned(writer.Unsigned(), names, options.HeaderCanonicalization)));
    }

    private static string NameOf(Canonicalization form) => form == Canonicalization.Simple ? "simple" : "relaxed";

    private List<string> Names(MessageHeaders message)
    {
        var names = new List<string>();
        if (options.Headers.Count > 0)
        {
            names.AddRange(options.Headers);
            if (options.Oversign) names.AddRange(options.Headers.Distinct(StringComparer.OrdinalIgnoreCase));
            return names;
        }
        foreach (var name in UsualHeaders)
        {
            var count = message.All(Encoding.ASCII.GetBytes(name)).Count;
            if (options.Oversign || name == "From" || options.OversignedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)) count++;
            for (var i = 0; i < count && names.Count < SignatureTags.MaxSignedHeaders / 2; i++) names.Add(name);
        }
        return names;
    }
}
