using System.Text;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Signatures;

/// <summary>A message while its signatures are verified: each hash is taken once, however many signatures want it.</summary>
internal sealed class SignedMessage(MessageHeaders headers)
{
    private readonly List<(Canonicalization Form, long? Length, byte[] Hash, long Octets)> _bodyHashes = [];
    private readonly List<int> _chosen = [];
    private HeaderIndex? _index;

    public MessageHeaders Headers { get; } = headers;

    /// <summary>The hash of the body, and how many octets its canonical form has.</summary>
    /// <param name="form">The form.</param>
    /// <param name="length">How many octets are hashed; null for all.</param>
    public (byte[] Hash, long Octets) HashBody(Canonicalization form, long? length)
    {
        foreach (var known in _bodyHashes)
        {
            if (known.Form == form && known.Length == length) return (known.Hash, known.Octets);
        }
        using var writer = new HashWriter(length ?? long.MaxValue);
        BodyCanonicalizer.Write(Headers.Body.Span, form, writer);
        var hash = writer.Current();
        _bodyHashes.Add((form, length, hash, writer.Length));
        return (hash, writer.Length);
    }

    /// <summary>The hash of the fields that a signature covers, and of its own.</summary>
    public (byte[] Hash, IReadOnlyList<int> Fields) HashHeader(SignatureField signature)
    {
        _index ??= new HeaderIndex(Headers);
        _index.Choose(signature.SignedHeaders, signature.Index, _chosen);
        using var writer = new HashWriter();
        foreach (var at in _chosen)
        {
            if (at >= 0) HeaderCanonicalizer.Write(Headers.Fields[at], signature.HeaderCanonicalization, writer);
        }
        HeaderCanonicalizer.WriteUnsigned(signature.Field, signature.SignatureStart, signature.SignatureEnd, signature.HeaderCanonicalization, writer);
        return (writer.Current(), [.. _chosen]);
    }

    /// <summary>The hash that a new signature signs: the fields that it covers, and its own with an empty <c>b=</c>.</summary>
    public byte[] HashUnsigned(HeaderField own, IReadOnlyList<string> names, Canonicalization form)
    {
        var signature = new SignatureField
        {
            Field = own,
            Index = -1,
            HeaderCanonicalization = form,
            SignedHeaders = [.. names.Select(name => (ReadOnlyMemory<byte>)Encoding.ASCII.GetBytes(name))],
        };
        return HashHeader(signature).Hash;
    }
}
