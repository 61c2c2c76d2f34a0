/** The product's modules with a specification that asks for something else, for tests of conditions that no shipped one has. */
import { type Conditions, ConditionsSchema } from '../../../core/specification/conditions.ts';
import { discoverModules } from '../../../kernel/discovery.ts';
import type { Handler, ServerModule } from '../../../kernel/module.ts';
import type { SpecificationView } from '../contract.ts';

/** Every engagement's specification asks for `conditions`; clauses, deliverables and the rest stay as they are. */
export async function modulesUnder(conditions: Readonly<Record<string, unknown>>): Promise<readonly ServerModule[]> {
  const asked: Conditions = ConditionsSchema.parse(conditions);
  const modules = await discoverModules();
  return modules.map((module) => {
    const original = module.handlers['getSpecification'];
    if (module.contract.id !== 'engagement' || original === undefined) return module;
    const changed: Handler<never, SpecificationView> = async (context, input) => ({
      ...((await original(context, input)) as SpecificationView),
      conditions: asked,
    });
    return { ...module, handlers: { ...module.handlers, getSpecification: changed } };
  });
}
