using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Escaping;

namespace Todoku.Cli.Demo;

/// <summary>Prints the story: a line for each step, what it is about, the commands and the first lines of what they say.</summary>
internal sealed class DemoPrinter(CliConsole console, CliTexts texts)
{
    /// <summary>The line of a step.</summary>
    public void Step(string id, string title)
    {
        Write("");
        Write($"== {id}  {title}");
    }

    /// <summary>What happens.</summary>
    public void Say(string words) => Write($"   {words}");

    /// <summary>A command.</summary>
    public void Command(string command) => Write($"   $ {command}");

    /// <summary>A step was as told.</summary>
    public void Good(string words) => Write($"   ok: {words}");

    /// <summary>The first lines of an output, and how many there are beyond.</summary>
    public void Output(string output, int most)
    {
        var lines = output.TrimEnd('\n').Split('\n');
        foreach (var line in lines.Take(most)) Write($"   | {line}");
        if (lines.Length > most) Write($"   | {texts.Demo.MoreLines(lines.Length - most)}");
    }

    private void Write(string text)
    {
        console.Write($"{VisibleText.Escape(text)}\n");
        console.Output.Flush();
    }
}
