namespace Todoku.Cli.Texts;

/// <summary>What the verb <c>demo</c> tells.</summary>
internal abstract class DemoTexts
{
    /// <summary>The verb.</summary>
    public abstract string Command { get; }

    /// <summary>--keep.</summary>
    public abstract string Keep { get; }

    /// <summary>The titles of the steps, by their ids in the story.</summary>
    public abstract string Title(string step);

    /// <summary>What is told in a step, before anything is shown.</summary>
    public abstract string Tale(string step);

    /// <summary>What was checked in a step.</summary>
    public abstract string Good(string step);

    /// <summary>Lines that are not shown.</summary>
    public abstract string MoreLines(int count);

    /// <summary>A record is published.</summary>
    public abstract string Publish(string record);

    /// <summary>A file is written, or lines are added to it.</summary>
    public abstract string Write(string file);

    /// <summary>All went as told.</summary>
    public abstract string Done(string seconds);

    /// <summary>A step did not.</summary>
    public abstract string NotAsTold(string step, string wanted, string found);

    /// <summary>What was left running has ended.</summary>
    public abstract string Ended(string folder);

    /// <summary>What is left running.</summary>
    public abstract string Kept(string folder, string resolver, string mailbox, string relay);
}
