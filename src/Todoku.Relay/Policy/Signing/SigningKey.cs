using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Mail;

namespace Todoku.Relay.Policy.Signing;

/// <summary>A key under one domain and selector.</summary>
internal sealed class SigningKey(DomainName domain, string selector, KeyFile file, SigningOptions options)
{
    private Made? _made;

    /// <summary>d=.</summary>
    public DomainName Domain => domain;

    /// <summary>The same as text.</summary>
    public string DomainText { get; } = domain.ToString();

    /// <summary>s=.</summary>
    public string Selector => selector;

    /// <summary>What signs, and with which algorithm; null when the file could never be used.</summary>
    public DkimSigner? Signer(out SigningAlgorithm algorithm)
    {
        algorithm = default;
        if (file.Current() is not { } key) return null;
        algorithm = key.Algorithm;
        var made = Volatile.Read(ref _made);
        if (made?.Key == key) return made.Signer;
        made = new Made(key, new DkimSigner(key, new DkimSigningOptions { Domain = domain, Selector = selector, OversignedHeaders = options.OversignedHeaders, Lifetime = options.Lifetime }));
        Volatile.Write(ref _made, made);
        return made.Signer;
    }

    private sealed record Made(PrivateKey Key, DkimSigner Signer);
}
