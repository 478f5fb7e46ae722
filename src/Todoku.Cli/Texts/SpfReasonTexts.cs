using Todoku.Authentication.Spf;

namespace Todoku.Cli.Texts;

/// <summary>Why an SPF check ended as it did.</summary>
internal abstract class SpfReasonTexts
{
    /// <summary>The reason in a sentence.</summary>
    public abstract string Of(SpfReason reason);

    /// <summary>What is wrong with a term.</summary>
    public abstract string Of(SpfSyntaxProblem problem);

    /// <summary>A wrong term, where it stands and what is wrong.</summary>
    public abstract string Error(string term, int offset, string problem);
}
