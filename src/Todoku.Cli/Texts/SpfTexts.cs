using Todoku.Authentication.Spf;

namespace Todoku.Cli.Texts;

/// <summary>What <c>spf</c> says: help, the heading, and what to do. Steps are in <see cref="SpfStepTexts"/>, reasons in <see cref="SpfReasonTexts"/>.</summary>
internal abstract class SpfTexts
{
    /// <summary>The verb.</summary>
    public abstract string Verb { get; }

    /// <summary>--ip.</summary>
    public abstract string Ip { get; }

    /// <summary>--sender.</summary>
    public abstract string Sender { get; }

    /// <summary>--helo.</summary>
    public abstract string Helo { get; }

    /// <summary>--receiver.</summary>
    public abstract string Receiver { get; }

    /// <summary>No --ip.</summary>
    public abstract string NoIp { get; }

    /// <summary>--ip with a value that is no address.</summary>
    public abstract string BadIp(string value);

    /// <summary>Neither --sender nor --helo.</summary>
    public abstract string NoIdentity { get; }

    /// <summary>The verdict in plain words.</summary>
    public abstract string Heading(SpfVerdict verdict, string ip, string domain);

    /// <summary>The HELO name was checked, since the sender is null.</summary>
    public abstract string HeloChecked { get; }

    /// <summary>What the domain says to those it refuses.</summary>
    public abstract string Explanation(string text);

    /// <summary>Section: the steps.</summary>
    public abstract string Steps { get; }

    /// <summary>More steps than are shown.</summary>
    public abstract string MoreSteps { get; }

    /// <summary>How much of the limits was used.</summary>
    public abstract string Counts(int lookups, int voidLookups);

    /// <summary>Section: what to do.</summary>
    public abstract string ToDo { get; }

    /// <summary>The client should be allowed: this record does it.</summary>
    public abstract string Allow(string ip, string domain);

    /// <summary>The client is not the user's.</summary>
    public abstract string NotYours { get; }

    /// <summary>The record lets everybody send.</summary>
    public abstract string OpenToAll(string domain);

    /// <summary>There is no record: publish this one.</summary>
    public abstract string Publish(string domain);

    /// <summary>The identity can't be checked.</summary>
    public abstract string FixIdentity { get; }

    /// <summary>Several records: keep one.</summary>
    public abstract string KeepOne(string domain);

    /// <summary>The record has errors: correct them.</summary>
    public abstract string Correct(string domain);

    /// <summary>What was probably meant.</summary>
    public abstract string Meant(string suggestion);

    /// <summary>Too many look-ups: which term costs how much.</summary>
    public abstract string Reduce(string domain, int lookups);

    /// <summary>What a term costs.</summary>
    public abstract string Cost(string term, int lookups);

    /// <summary>Too many empty answers: take out what names nothing.</summary>
    public abstract string RemoveEmpty { get; }

    /// <summary>Too many MX records.</summary>
    public abstract string ReduceExchangers(string name);

    /// <summary>An include or redirect names a domain without a record.</summary>
    public abstract string CorrectTarget(string term, string domain);

    /// <summary>DNS gave no answer.</summary>
    public abstract string TryAgain(string name);
}
