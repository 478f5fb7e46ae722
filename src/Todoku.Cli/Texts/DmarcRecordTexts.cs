using Todoku.Authentication.Dmarc.Records;

namespace Todoku.Cli.Texts;

/// <summary>What is wrong with a DMARC record, and what to write instead.</summary>
internal abstract class DmarcRecordTexts
{
    /// <summary>A problem.</summary>
    public abstract string Problem(DmarcProblem problem);
}
