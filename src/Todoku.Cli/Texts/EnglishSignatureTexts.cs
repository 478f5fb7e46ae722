using Todoku.Authentication.Signatures;
using Todoku.Authentication.Signatures.Evidence;
using Todoku.Authentication.TagLists;

namespace Todoku.Cli.Texts;

internal sealed class EnglishSignatureTexts : SignatureTexts
{
    public override string FieldStep => "Field";

    public override string KeyStep => "Key";

    public override string BodyStep => "Body";

    public override string HeaderStep => "Header";

    public override string Field(string algorithm, string forms, string signedAt, string expiresAt) =>
        $"{algorithm}, {forms}{(signedAt.Length > 0 ? $", signed {signedAt}" : "")}{(expiresAt.Length > 0 ? $", good until {expiresAt}" : "")}";

    public override string Key(string name, string type, int bits, bool isTesting) =>
        $"{name}: {type}, {bits} bits{(isTesting ? "; t=y: the domain is only testing DKIM" : "")}";

    public override string BodyVerifies(long octets) => $"its hash is the signed one ({octets:N0} octets)";

    public override string BodyUnsigned(long signed, long octets) =>
        $"only the first {signed:N0} of {octets:N0} octets are signed (l=): anybody can put text behind them and the signature still verifies. Leave l= out when signing.";

    public override string Hashes(string stated, string computed) => $"signed: {stated}\nfound:  {computed}";

    public override string HeaderVerifies(string fields) => $"the signature verifies; it covers {fields}";

    public override string OnlyBodyChanged => "the signature over the header verifies: key and header are right, only the body was changed.";

    public override string Uncovered(string fields) => $"not covered by this signature: {fields}";

    public override string Record(string text) => $"record: {text}";

    public override string Reason(SignatureReason reason, string detail, SignatureField signature, KeyRecord? key) => reason switch
    {
        SignatureReason.Verified => "it verifies.",
        SignatureReason.SyntaxError => "the field can't be read as a list of tags (name=value; name=value). A program on the way damaged it, or the signing program is wrong.",
        SignatureReason.MissingTag => $"the tag {detail}= is missing, without which nothing can be verified. The signing program is wrong or very old.",
        SignatureReason.InvalidTag => $"the value of {detail}= is not valid. The signing program or its settings are wrong.",
        SignatureReason.UnsupportedVersion => $"v={detail} is not known; DKIM has only v=1.",
        SignatureReason.UnsupportedAlgorithm => $"a={detail} is not known. Sign with rsa-sha256.",
        SignatureReason.ObsoleteAlgorithm => "rsa-sha1 is not accepted any more (RFC 8301). Set the signing program to rsa-sha256.",
        SignatureReason.UnsupportedCanonicalization => $"c={detail} is not known. Sign with relaxed/relaxed.",
        SignatureReason.UnsupportedQuery => $"q={detail} names no way to get the key that is known; it must hold dns/txt, or be left out.",
        SignatureReason.FromNotSigned => "From is not among the signed fields (h=), so the signature proves nothing about the sender. Add From to the signed fields.",
        SignatureReason.SealSigned => "the message signature covers ARC-Seal, which it must not (RFC 8617, section 4.1.2).",
        SignatureReason.IdentityOutsideDomain => $"i={detail} is not within d={signature.Domain}. Set i= to an address in that domain or leave it out.",
        SignatureReason.Expired => "the signature has expired (x=). With --time you can verify as of an earlier time.",
        SignatureReason.TooManySignatures => "more signatures than are looked at; this one and those below it were passed over.",
        SignatureReason.HeaderTooLarge => "the header of the message is larger than is read; it was not verified.",
        SignatureReason.NoKey => $"there is no key at {signature.KeyName}. Publish the TXT record that the signing program gives, or sign with a selector that is published.",
        SignatureReason.KeyLookupFailed => $"DNS gave no answer for {signature.KeyName}. Try again; if it goes on, the name servers of the domain have a fault.",
        SignatureReason.KeySyntaxError =>
            $"the record at {signature.KeyName} is not a key record. Often quotation marks or backslashes were pasted into it, or another TXT record stands there.",
        SignatureReason.KeyVersion => $"the record begins with another version than v=DKIM1, or v= is not its first tag (v={detail}).",
        SignatureReason.KeyMissing => "the record has no p= with the key. It was probably cut off, or another TXT record stands there.",
        SignatureReason.KeyRevoked => "p= is empty: this key was withdrawn on purpose. Sign with the selector that is in use now.",
        SignatureReason.KeyTypeUnknown => $"k={detail} is no known type of key; it must be rsa or ed25519.",
        SignatureReason.KeyTypeMismatch => $"the signature is {AlgorithmNames.Of(signature.Algorithm)}, but the key at {signature.KeyName} is of another type. Give each key a selector of its own.",
        SignatureReason.KeyHashNotAllowed => $"the record allows only h={detail}, not sha256. Take h= out of the record.",
        SignatureReason.KeyNotForMail => $"the record is for s={detail}, not for mail. Take s= out of the record.",
        SignatureReason.KeySubdomainNotAllowed => $"the record has t=s: i= must have exactly the domain {signature.Domain}, but it is {signature.Identity}. Take t=s out of the record or change i=.",
        SignatureReason.KeyUnreadable => "p= holds no key that can be read. It was probably cut off or lost characters: publish the whole value again, long ones in several strings.",
        SignatureReason.KeyTooShort => $"the key has only {key?.Bits} bits; under 1024 is not accepted any more (RFC 8301). Make a new one with 2048 bits.",
        SignatureReason.KeyTooLong => $"the key has {key?.Bits} bits, more than are used. Make a new one with 2048 bits.",
        SignatureReason.BodyTooShort => $"l={signature.BodyLength} octets were signed, but the body has fewer: its end was cut off on the way.",
        SignatureReason.BodyHashMismatch => "the body is not the one that was signed.",
        SignatureReason.SignatureMismatch => "the signature does not verify.",
    };

    public override string Syntax(TagListProblem problem, int offset) => problem switch
    {
        TagListProblem.EmptyTag => $"octet {offset}: a tag is empty (two semicolons in a row).",
        TagListProblem.NoEqualsSign => $"octet {offset}: a tag without an equals sign.",
        TagListProblem.BadName => $"octet {offset}: the name of a tag holds something else than letters, digits, underscores and hyphens.",
        TagListProblem.BadValue => $"octet {offset}: the value of this tag holds a control character.",
        TagListProblem.DuplicateTag => $"octet {offset}: this tag stands there twice.",
        TagListProblem.TooManyTags => $"octet {offset}: more tags than are read.",
        TagListProblem.TooLong => $"octet {offset}: longer than is read.",
    };

    public override string Body(BodyEvidence evidence) => evidence switch
    {
        BodyEvidence.Appended appended =>
            $"Up to line {appended.Line - 1:N0} of the body all is as it was signed. What follows was added afterwards: {appended.Octets:N0} octets from octet {appended.Offset:N0} of the body on. "
            + "Mailing lists, virus scanners and programs that add a footer do this: let them do it before signing.",
        BodyEvidence.Prepended prepended =>
            $"Without the first {prepended.Lines:N0} lines ({prepended.Octets:N0} octets) the body is the signed one: a banner was put before it. Let that be done before signing.",
        BodyEvidence.OtherCanonicalization other => $"The body is right in the form {Name(other.Form)}: the signing program states another form (c=) than it used.",
        BodyEvidence.SignedEmpty => "The signature is over an empty body: the signing program saw the message without its body.",
        BodyEvidence.LineEnds => "With every line end made CRLF the body is the signed one: bare CR or LF got into it after signing.",
        BodyEvidence.SignedWithUnixLineEnds => "The body was signed with bare LF as line ends; it must be signed with CRLF, as it travels.",
        BodyEvidence.SignedTrailingLines => "The empty lines at the end of the body were signed; they must be left out when signing (RFC 6376, section 3.4).",
        BodyEvidence.SignedWithoutLastLineEnd => "The body was signed without its last line end; it must end in CRLF when it is signed.",
        BodyEvidence.TrailingBlanks => "Without the blanks at the ends of lines the body is the signed one. Sign with relaxed/relaxed, which does not mind them.",
        BodyEvidence.DotsDoubled => "Dots at the beginning of lines are doubled: a server took the message from SMTP without making them single again.",
        BodyEvidence.SignedDotsDoubled => "Lines were signed with the dot that SMTP doubles on the way. Sign the message as it is before it is sent.",
        _ => throw new ArgumentOutOfRangeException(nameof(evidence)),
    };

    public override string BodyUnexplained =>
        "What changed can't be told: it is not only at the end, at the beginning, in line ends or in blanks. A program between signing and here rewrote the text (encoding, links, long lines).";

    public override string Header(HeaderEvidence evidence, string field) => evidence switch
    {
        HeaderEvidence.OtherKey => "The signature was not made with the published key: the record and the private key of the signing server don't belong together. "
            + "Publish the record of the key in use, or the value of b= was damaged on the way.",
        HeaderEvidence.Changed => "The key is right, so signed fields were changed on the way; which can't be told from the message.",
        HeaderEvidence.FieldAdded => $"Without the field {field} the signature verifies: it was added after signing.",
        HeaderEvidence.SubjectTagged tagged => $"Without \"{tagged.Tag}\" in the subject the signature verifies: a mailing list put it there.",
        HeaderEvidence.OtherCanonicalization other => $"The signature verifies in the form {Name(other.Form)}: the signing program states another form (c=) than it used.",
        HeaderEvidence.OrderOfRepeated => "The signature verifies when repeated fields are taken from the top: their order was changed, or the signing program takes them in the wrong order.",
        _ => throw new ArgumentOutOfRangeException(nameof(evidence)),
    };

    public override string UnixLineEnds => "The file's lines end in LF. It was verified with CRLF, as mail travels.";

    public override string MailboxLine => "The file begins with the \"From \" line of an mbox file; it was passed over.";

    public override string BareLineEnds => "The header holds a CR or LF alone. Servers treat it in different ways; programs that send mail must write CRLF.";

    public override string MalformedLines => "The header holds lines that are no fields (no name and colon). They are covered by no signature.";

    public override string SeveralFrom(int count) => $"The message has {count} From fields; it must have one. Receivers may refuse it, and what a reader sees need not be what was signed.";

    public override string NoBody => "No empty line ends the header: the message has no body, or the file was cut off.";

    public override string Notes => "Notes";

    public override string BadKey(string file, PrivateKeyError error) => error switch
    {
        PrivateKeyError.Unreadable => $"{file}: is no private key that can be read. It must be PEM (BEGIN PRIVATE KEY or BEGIN RSA PRIVATE KEY); make one with todoku dkim keygen.",
        PrivateKeyError.Encrypted => $"{file}: the key is protected by a passphrase. Take it off: openssl pkey -in {file} -out NEW.key",
        PrivateKeyError.NotPrivate => $"{file}: is a public key. Signing needs the private one.",
        PrivateKeyError.OtherAlgorithm => $"{file}: is neither an RSA nor an Ed25519 key. Make one with todoku dkim keygen.",
        PrivateKeyError.TooShort => $"{file}: has under 1024 bits, which nobody accepts any more (RFC 8301). Make one with todoku dkim keygen.",
    };

    public override string TooLarge(string file, long megabytes) => $"{file}: is larger than {megabytes} MB, the most that is read.";

    public override string NoMessage(string file) => $"{file}: is empty. Give a message with its full header, as saved by \"show original\" or from a mailbox file.";

    public override string NoFile(string file) => $"{file}: no such file. Give a message with its full header (.eml).";

    public override string NoFileNamed => "name the file of a message, or pipe one in and write - in its place.";

    public override string Needs(string option) => $"{option} is missing.";

    public override string BadDomain(string option, string value) => $"{option} '{value}' is no domain name.";

    public override string BadTime(string option, string value) => $"{option} '{value}' is no time. Write seconds since 1970 (1770000000) or 2026-05-16T10:00:00Z.";

    public override string BadNumber(string option, string value, string range) => $"{option} '{value}' must be {range}.";

    public override string BadHeader(string value) => $"--headers '{value}' must be names of header fields with colons between them, From among them: from:to:subject:date";

    public override string FileHelp => "A message with its full header (.eml); - for standard input.";

    public override string TimeHelp => "The time to verify or sign as of: seconds since 1970, or 2026-05-16T10:00:00Z. Without it: now.";

    public override string BatchHelp => "Read JSON lines {\"id\",\"file\",\"time\"} and write {\"id\",\"result\"} for each.";

    public override string JsonHelp => "The result as JSON.";

    public override string KeyHelp => "File with the private key (PEM).";

    public override string DomainHelp => "The signing domain (d=).";

    public override string SelectorHelp => "The selector (s=): the key is published at SELECTOR._domainkey.DOMAIN.";

    public override string HeadersHelp => "Names of the fields to sign, with colons between them. Without it: those that a reader sees, and how the body is read.";

    private static string Name(Canonicalization form) => form == Canonicalization.Simple ? "simple" : "relaxed";
}
