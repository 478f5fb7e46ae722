using Todoku.Authentication.Signatures;
using Todoku.Authentication.Signatures.Evidence;
using Todoku.Authentication.TagLists;

namespace Todoku.Cli.Texts;

/// <summary>What is said of one signature, of DKIM or in an ARC set: its steps, why it has its result, what changed.</summary>
internal abstract class SignatureTexts
{
    /// <summary>Step: the field.</summary>
    public abstract string FieldStep { get; }

    /// <summary>Step: the key.</summary>
    public abstract string KeyStep { get; }

    /// <summary>Step: the body.</summary>
    public abstract string BodyStep { get; }

    /// <summary>Step: the header.</summary>
    public abstract string HeaderStep { get; }

    /// <summary>What the field states: algorithm, forms, times.</summary>
    public abstract string Field(string algorithm, string forms, string signedAt, string expiresAt);

    /// <summary>The key that was found.</summary>
    public abstract string Key(string name, string type, int bits, bool isTesting);

    /// <summary>The body is the signed one.</summary>
    public abstract string BodyVerifies(long octets);

    /// <summary>Only the beginning of the body is signed.</summary>
    public abstract string BodyUnsigned(long signed, long octets);

    /// <summary>The hash that is stated and the one that was computed.</summary>
    public abstract string Hashes(string stated, string computed);

    /// <summary>The signature over the header verifies.</summary>
    public abstract string HeaderVerifies(string fields);

    /// <summary>The signature over the header verifies although the body's hash does not.</summary>
    public abstract string OnlyBodyChanged { get; }

    /// <summary>Fields that a reader sees and no signature covers.</summary>
    public abstract string Uncovered(string fields);

    /// <summary>The public key record as published.</summary>
    public abstract string Record(string text);

    /// <summary>Why, and what to do.</summary>
    public abstract string Reason(SignatureReason reason, string detail, SignatureField signature, KeyRecord? key);

    /// <summary>What is wrong with a tag list.</summary>
    public abstract string Syntax(TagListProblem problem, int offset);

    /// <summary>What happened to the body.</summary>
    public abstract string Body(BodyEvidence evidence);

    /// <summary>Nothing fits the body.</summary>
    public abstract string BodyUnexplained { get; }

    /// <summary>What happened to the header.</summary>
    /// <param name="evidence">What is known.</param>
    /// <param name="field">The field concerned, where there is one.</param>
    public abstract string Header(HeaderEvidence evidence, string field);

    /// <summary>Note: the file's lines end in LF.</summary>
    public abstract string UnixLineEnds { get; }

    /// <summary>Note: the file begins with an mbox line.</summary>
    public abstract string MailboxLine { get; }

    /// <summary>Note: bare CR or LF in the header.</summary>
    public abstract string BareLineEnds { get; }

    /// <summary>Note: lines that are no fields.</summary>
    public abstract string MalformedLines { get; }

    /// <summary>Note: several From fields.</summary>
    public abstract string SeveralFrom(int count);

    /// <summary>Note: nothing separates header and body.</summary>
    public abstract string NoBody { get; }

    /// <summary>Section: notes.</summary>
    public abstract string Notes { get; }

    /// <summary>A private key that can't be used.</summary>
    public abstract string BadKey(string file, PrivateKeyError error);

    /// <summary>The message is larger than is read.</summary>
    public abstract string TooLarge(string file, long megabytes);

    /// <summary>There is no message.</summary>
    public abstract string NoMessage(string file);

    /// <summary>No such file.</summary>
    public abstract string NoFile(string file);

    /// <summary>No file was named and nothing comes in.</summary>
    public abstract string NoFileNamed { get; }

    /// <summary>An option that must be given.</summary>
    public abstract string Needs(string option);

    /// <summary>A domain that is none.</summary>
    public abstract string BadDomain(string option, string value);

    /// <summary>A time that is none.</summary>
    public abstract string BadTime(string option, string value);

    /// <summary>A number out of range.</summary>
    public abstract string BadNumber(string option, string value, string range);

    /// <summary>A header name that is none.</summary>
    public abstract string BadHeader(string value);

    /// <summary>FILE.</summary>
    public abstract string FileHelp { get; }

    /// <summary>--time.</summary>
    public abstract string TimeHelp { get; }

    /// <summary>--batch.</summary>
    public abstract string BatchHelp { get; }

    /// <summary>--json.</summary>
    public abstract string JsonHelp { get; }

    /// <summary>--key.</summary>
    public abstract string KeyHelp { get; }

    /// <summary>--domain.</summary>
    public abstract string DomainHelp { get; }

    /// <summary>--selector.</summary>
    public abstract string SelectorHelp { get; }

    /// <summary>--headers.</summary>
    public abstract string HeadersHelp { get; }
}
