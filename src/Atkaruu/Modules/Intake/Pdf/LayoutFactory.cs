using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Atkaruu.Modules.Intake.Pdf;

/// <summary>Makes <see cref="PageLayout"/> of the pages of a PDF, and counts what they cost while doing so.</summary>
internal sealed class LayoutFactory(
    IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options)
    : BasePageFactory<PageLayout>(scanner, new GuardedResources(resources, scanner, filters, BudgetOf(options)), filters, new BoundedContent(parser, BudgetOf(options)), options)
{
    protected override PageLayout ProcessPage(int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox,
        UserSpaceUnit userSpaceUnit, PageRotationDegrees rotation, TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var processor = new LayoutProcessor(pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation,
            initialMatrix, ParsingOptions, BudgetOf(ParsingOptions));
        var box = cropBox.Bounds;
        return rotation.SwapsAxis ? processor.Layout(operations, box.Height, box.Width) : processor.Layout(operations, box.Width, box.Height);
    }

    private static PdfBudget BudgetOf(ParsingOptions options) => ((BoundedFilters)options.FilterProvider!).Budget;

    /// <summary>A page's drawing is some ten kilobytes of text; it becomes objects, so megabytes of it are refused.</summary>
    private sealed class BoundedContent(IPageContentParser inner, PdfBudget budget) : IPageContentParser
    {
        public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
        {
            budget.Draw(inputBytes.Length);
            return inner.Parse(pageNumber, inputBytes, log);
        }
    }
}
