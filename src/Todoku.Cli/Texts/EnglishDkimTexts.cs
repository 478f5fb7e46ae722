using Todoku.Authentication.Dkim;

namespace Todoku.Cli.Texts;

internal sealed class EnglishDkimTexts : DkimTexts
{
    public override string Help => "Verify and sign messages with DKIM, and make keys.";

    public override string VerifyHelp => "Verify the DKIM signatures of a message; tell step by step what is right, what is not and what changed.";

    public override string SignHelp => "Sign a message with DKIM and print it.";

    public override string KeygenHelp => "Make a key for DKIM and print the DNS record that publishes it.";

    public override string CanonicalizationHelp => "HEADER/BODY, each simple or relaxed. Without it: relaxed/relaxed, which survives most servers.";

    public override string OversignHelp => "List every signed name once more, so that nobody can add such a field unnoticed. From is listed so anyway.";

    public override string ExpireHelp => "How long the signature is good, in seconds (x=). Without it: for ever.";

    public override string IdentityHelp => "The user or agent (i=), an address within the domain.";

    public override string TypeHelp => "rsa or ed25519. Without it: rsa, which every receiver knows.";

    public override string BitsHelp => "Bits of an RSA key, 1024 to 4096. Without it: 2048.";

    public override string OutHelp => "File for the private key; it is written readable for you alone and never over another file.";

    public override string Verdict(DkimResult result, int passing, int total) => result switch
    {
        DkimResult.None => "none: the message has no DKIM signature.",
        DkimResult.Pass => total == 1 ? "pass: the DKIM signature verifies." : $"pass: {passing} of {total} DKIM signatures verify; one is enough.",
        DkimResult.Fail => total == 1 ? "fail: the DKIM signature does not verify." : $"fail: none of {total} DKIM signatures verifies.",
        DkimResult.TempError => "temperror: the key could not be asked for, so the signature can't be judged now.",
        DkimResult.PermError => total == 1 ? "permerror: the DKIM signature or its key can't be used." : $"permerror: none of {total} DKIM signatures can be used.",
    };

    public override string Unsigned =>
        "Make a key with todoku dkim keygen, publish its record, and let your mail server sign (OpenDKIM, rspamd, or the service you send with).";

    public override string Signature(int number, int total, string domain, string selector) =>
        $"Signature{(total > 1 ? $" {number} of {total}" : "")}: d={domain} s={selector}";

    public override string BadIdentity(string value, string domain) => $"--identity '{value}' must be an address within {domain}: user@{domain} or @{domain}";

    public override string KeyWritten(string file) => $"The private key is in {file}. Keep it on the signing server only.";

    public override string KeyExists(string file) => $"{file}: is there already and is not written over. Choose another name, or move it away.";

    public override string PublishZone => "Publish this record (zone file):";

    public override string PublishForm => "The same for a form of your DNS service (type TXT):";

    public override string Name => "Name";

    public override string Value => "Value";

    public override string Then(string keyName) => $"When it is published, sign with it. See that it is there: dig +short TXT {keyName}";

    public override string Ed25519Alone => "Many receivers don't know Ed25519 yet: sign with an RSA key as well.";
}
