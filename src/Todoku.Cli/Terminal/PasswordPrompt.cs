using System.Text;

namespace Todoku.Cli.Terminal;

/// <summary>Asks for a secret: on a terminal without showing it, else the first line of standard input.</summary>
internal sealed class PasswordPrompt(CliConsole console)
{
    private const int MaxLength = 1000;

    /// <summary>Whether a person is asked.</summary>
    public bool IsTerminal => console.InputKind == StreamKind.Terminal;

    /// <summary>Asks.</summary>
    /// <param name="words">What for; only a person sees it.</param>
    /// <returns>What was given, without its line end; empty for nothing.</returns>
    /// <exception cref="OperationCanceledException">Ctrl-C or Ctrl-D.</exception>
    public string Ask(string words)
    {
        if (IsTerminal) return Type(words);
        using var reader = new StreamReader(console.OpenInput(), new UTF8Encoding(false));
        var line = new StringBuilder();
        for (var c = reader.Read(); c is not (-1 or '\n' or '\r') && line.Length < MaxLength; c = reader.Read()) line.Append((char)c);
        return line.ToString();
    }

    private string Type(string words)
    {
        console.Error.Write($"{words}: ");
        var typed = new StringBuilder();
        while (true)
        {
            var key = console.ReadKey();
            if (key.Key == ConsoleKey.Enter) break;
            if (key is { Key: ConsoleKey.C or ConsoleKey.D, Modifiers: ConsoleModifiers.Control })
            {
                console.Error.WriteLine();
                throw new OperationCanceledException();
            }
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (key.Key == ConsoleKey.U && key.Modifiers == ConsoleModifiers.Control) typed.Clear();
            else if (!char.IsControl(key.KeyChar) && typed.Length < MaxLength) typed.Append(key.KeyChar);
        }
        console.Error.WriteLine();
        return typed.ToString();
    }
}
