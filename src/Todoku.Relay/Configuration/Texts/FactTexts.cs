using Todoku.Knowledge;
using Todoku.Relay.Configuration.Checking;

namespace Todoku.Relay.Configuration.Texts;

/// <summary>What <c>todoku relay check</c> says of the world, in one language.</summary>
public abstract class FactTexts
{
    /// <summary>The texts of a language.</summary>
    public static FactTexts Of(Language language) => language == Language.Japanese ? new JapaneseFactTexts() : new EnglishFactTexts();

    /// <summary>The fact, and what to do about it when something is to be done.</summary>
    public abstract string Of(ConfigurationFact fact);

    /// <summary>A day.</summary>
    protected static string Day(DateTimeOffset time) => $"{time:yyyy-MM-dd}";
}
